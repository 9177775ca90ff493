using System.Net;
using System.Text;

namespace Unrolled.Cli.Gallery;

/// <summary>One page with every picture, its name, its words and its size. It needs nothing else, so it can be mailed or opened from a disk.</summary>
internal static class GalleryPage
{
    public static string Html(IReadOnlyList<ChapterPictures> chapters)
    {
        var html = new StringBuilder(Head);
        foreach (var chapter in chapters)
        {
            html.Append(Invariant($"<li><a href=\"#{Text(chapter.Chapter.Name)}\">{Text(chapter.Chapter.Name)}</a>\n<ul>\n"));
            foreach (var picture in chapter.Pictures)
                html.Append(Invariant($"<li><a href=\"#{picture.Name}\">{picture.Name}</a></li>\n"));
            html.Append("</ul></li>\n");
        }

        html.Append("</ul>\n</nav>\n<main>\n");
        foreach (var chapter in chapters)
        {
            html.Append(Invariant($"<h2 id=\"{Text(chapter.Chapter.Name)}\">{Text(chapter.Chapter.Name)}</h2>\n"));
            if (chapter.Pictures.Count == 0) html.Append("<p>No named pictures.</p>\n");
            foreach (var picture in chapter.Pictures) Picture(html, picture);
        }

        return html.Append(Foot).ToString();
    }

    /// <summary>The size in kilobytes as a page or a table writes it.</summary>
    public static string Kilobytes(double bytes) => Invariant($"{bytes / 1000:0.0} kB");

    private static void Picture(StringBuilder html, NamedPicture picture)
    {
        var kind = picture.Kind == PictureKind.Stepper ? Invariant($"stepper of {picture.Svgs.Count} images") : picture.Kind == PictureKind.Table ? "table" : "figure";
        html.Append(Invariant($"<section class=\"picture\" id=\"{picture.Name}\">\n<h3>{picture.Name}</h3>\n"));
        html.Append(Invariant($"<p class=\"facts\">{kind}, cell {Text(picture.Cell)}, {Kilobytes(Encoding.UTF8.GetByteCount(picture.Html))}</p>\n"));
        html.Append(Invariant($"<div class=\"shown\">\n{picture.Html}\n</div>\n"));
        html.Append(Invariant($"<details><summary>in words</summary><pre>{Text(picture.Alt)}</pre></details>\n</section>\n"));
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private const string Head = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Pictures of the course</title>
        <style>
        :root { color-scheme: light; --ground: #ffffff; --ink: #24292f; --quiet: #57606a; --rule: #d0d7de; --link: #1f5ecc; }
        @media (prefers-color-scheme: dark) {
          :root { color-scheme: dark; --ground: #1e1e1e; --ink: #dddddd; --quiet: #a0a8b0; --rule: #444c56; --link: #7ab0ff; }
        }
        :root[data-theme="light"] { color-scheme: light; --ground: #ffffff; --ink: #24292f; --quiet: #57606a; --rule: #d0d7de; --link: #1f5ecc; }
        :root[data-theme="dark"] { color-scheme: dark; --ground: #1e1e1e; --ink: #dddddd; --quiet: #a0a8b0; --rule: #444c56; --link: #7ab0ff; }
        body { margin: 0 auto; max-width: 1160px; padding: 16px; font: 16px/1.5 "Segoe UI", "Helvetica Neue", Arial, sans-serif; background: var(--ground); color: var(--ink); }
        a { color: var(--link); }
        nav > ul { columns: 3 220px; padding-left: 20px; }
        nav li { break-inside: avoid-column; }
        nav ul ul { padding-left: 16px; font-size: 14px; }
        .picture { border-top: 1px solid var(--rule); padding: 8px 0 16px; }
        .facts { color: var(--quiet); margin: 0 0 8px; font-size: 14px; }
        .shown { overflow-x: auto; }
        pre { overflow-x: auto; font-size: 13px; color: var(--quiet); }
        td, th { border: 1px solid var(--rule); }
        h3 { margin: 8px 0 0; }
        </style>
        </head>
        <body>
        <header>
        <h1>Pictures of the course</h1>
        <p><label>Colours: <select id="theme"><option value="">as the system</option><option>light</option><option>dark</option></select></label></p>
        </header>
        <nav aria-label="all pictures">
        <ul>

        """;

    private const string Foot = """
        </main>
        <script>
        document.getElementById('theme').addEventListener('change', event => {
          if (event.target.value) document.documentElement.dataset.theme = event.target.value;
          else delete document.documentElement.dataset.theme;
        });
        </script>
        </body>
        </html>

        """;
}
