using System.Globalization;
using System.Text;

namespace Unrolled.Figures;

/// <summary>Writes a stepper as HTML: an ordered list of frames, and a script that turns every list it finds into a stepper.</summary>
internal static class StepperHtml
{
    public static string Of(Stepper stepper)
    {
        var html = new StringBuilder("<section data-stepper=\"\"");
        if (stepper.Name.Length > 0) html.Append(" data-name=\"").Append(stepper.Name).Append('"');
        html.Append(">\n<p><strong>").Append(Markup.Of(stepper.Title)).Append("</strong></p>\n");
        if (stepper.Frames.Length == 0) return html.Append("<p>no frames</p>\n</section>\n").ToString();

        html.Append(CultureInfo.InvariantCulture, $"""
            <div data-controls="" hidden="">
            <p style="display:flex;align-items:center;gap:8px">
            <button type="button" data-by="-1" aria-label="previous step">◀</button>
            <input type="range" min="1" max="{stepper.Frames.Length}" value="1" aria-label="step" style="flex:1;max-width:320px"/>
            <button type="button" data-by="1" aria-label="next step">▶</button>
            <output>1 / {stepper.Frames.Length}</output>
            </p>
            </div>
            <ol>

            """);
        foreach (var frame in stepper.Frames)
        {
            html.Append("<li>\n<p><strong>").Append(Markup.Of(frame.Title)).Append("</strong></p>\n");
            if (frame.Note.Length > 0) html.Append("<p>").Append(Markup.Of(frame.Note)).Append("</p>\n");
            html.Append(SideBySide.Html(frame.Pictures)).Append("</li>\n");
        }

        return html.Append("</ol>\n<script>").Append(Script).Append("</script>\n</section>\n").ToString();
    }

    // It starts every stepper that has not begun. So it needs no id, and runs alike however a notebook inserts it.
    private const string Script = """

        for (const root of document.querySelectorAll('section[data-stepper]:not([data-running])')) {
          const controls = root.querySelector('[data-controls]'), list = root.querySelector('ol');
          if (!controls || !list) continue;
          root.dataset.running = '';
          const frames = [...list.children], slider = controls.querySelector('input'), shown = controls.querySelector('output');
          const back = controls.querySelector('[data-by="-1"]'), next = controls.querySelector('[data-by="1"]');
          const show = step => {
            step = Math.max(1, Math.min(frames.length, step));
            frames.forEach((frame, i) => { frame.hidden = i + 1 !== step; });
            slider.value = step;
            shown.textContent = step + ' / ' + frames.length;
            back.disabled = step === 1;
            next.disabled = step === frames.length;
          };
          const move = by => show(Number(slider.value) + by);
          back.addEventListener('click', () => move(-1));
          next.addEventListener('click', () => move(1));
          slider.addEventListener('input', () => show(Number(slider.value)));
          root.tabIndex = 0;
          root.addEventListener('keydown', event => {
            const by = { ArrowLeft: -1, ArrowRight: 1, Home: -frames.length, End: frames.length }[event.key];
            if (!by) return;
            move(by);
            event.preventDefault();
            event.stopPropagation();
          });
          controls.hidden = false;
          list.style.listStyle = 'none';
          list.style.paddingLeft = '0';
          show(1);
        }

        """;
}
