using System.IO.Compression;
using System.Text;
using Unrolled.Cli.Grading;

namespace Unrolled.Cli.Tests.Grading;

/// <summary>What is found in the folders and archives that a class hands in, and whose it is.</summary>
public sealed class HandInTests : IDisposable
{
    private readonly Workspace _class = new();

    public void Dispose() => _class.Dispose();

    [Fact]
    public void Each_notebook_is_a_students_by_the_part_of_the_path_in_which_they_differ()
    {
        Put("an/02-forward.ipynb", "an/03-gradients.ipynb", "binh/chapters/02-forward.ipynb");
        Zip("chi.zip", "02-forward.ipynb");
        Put("dung.ipynb");
        Assert.Equal(["an", "an", "binh", "chi", "dung"], Students());
    }

    [Fact]
    public void One_archive_with_all_is_read_as_a_folder_is()
    {
        Zip("all.zip", "class/an/02.ipynb", "class/binh/02.ipynb", "class/chi.zip");
        Assert.Equal(["an", "binh"], Students());
        Assert.Equal(("chi.zip", true), (LeftOut().Single().Path[^7..], LeftOut().Single().Why.Contains("zip archive", StringComparison.Ordinal)));
    }

    [Fact]
    public void Archives_in_an_archive_are_read()
    {
        using (var all = ZipFile.Open(_class.PathOf("all.zip"), ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["an", "binh"])
            {
                Zip("inner.zip", "02.ipynb");
                all.CreateEntryFromFile(_class.PathOf("inner.zip"), $"{name}.zip");
                File.Delete(_class.PathOf("inner.zip"));
            }
        }

        Assert.Equal(["an", "binh"], Students());
        Assert.All(HandIns().Notebooks, handIn => Assert.Equal("content of 02.ipynb", Encoding.UTF8.GetString(handIn.Notebook.Read())));
    }

    [Theory]
    [InlineData("__MACOSX/an/._02.ipynb")]
    [InlineData("an/.ipynb_checkpoints/02-checkpoint.ipynb")]
    [InlineData("an/._02.ipynb")]
    [InlineData(".git/02.ipynb")]
    [InlineData(".hidden.ipynb")]
    public void What_programs_leave_is_nobodys(string noise)
    {
        Put(noise, "real/02.ipynb");
        Zip("class.zip", noise, "an/02.ipynb");
        Assert.Equal(2, HandIns().Notebooks.Count);
        Assert.Empty(LeftOut());
    }

    [Theory]
    [InlineData("an.IPYNB")]
    [InlineData("an.Ipynb")]
    public void Extensions_are_read_in_any_case(string file)
    {
        Put(file, "binh.ipynb");
        Assert.Equal(["an", "binh"], Students());
    }

    [Theory]
    [InlineData("../out.ipynb")]
    [InlineData("/etc/out.ipynb")]
    [InlineData("an/../../out.ipynb")]
    [InlineData("..\\out.ipynb")]
    [InlineData("C:\\out.ipynb")]
    public void Paths_that_lead_out_of_an_archive_are_left_out_with_a_word(string path)
    {
        Zip("class.zip", path, "an/02.ipynb");
        Assert.Equal(["02"], Students());
        Assert.Contains("path within the archive", Assert.Single(LeftOut()).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an.rar")]
    [InlineData("an.7z")]
    [InlineData("an.tar.gz")]
    public void Archives_of_another_kind_are_left_out_with_a_word(string file)
    {
        Put(file, "binh.ipynb");
        Assert.Contains("archives of this kind", Assert.Single(LeftOut()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_archive_and_one_with_too_many_files_are_left_out_with_a_word()
    {
        Put("binh.ipynb", "damaged.zip");
        using (var zip = ZipFile.Open(_class.PathOf("many.zip"), ZipArchiveMode.Create))
        {
            for (var i = 0; i <= 10_000; i++)
                zip.CreateEntry($"{i}");
        }

        Assert.Equal([("damaged.zip", true), ("many.zip", true)], LeftOut().Select(left => (left.Path.Split('/')[^1], left.Why.Contains("archive", StringComparison.Ordinal))));
    }

    [Fact]
    public void No_more_is_unpacked_than_the_archive_tells()
    {
        Zip("an.zip", "02.ipynb");
        var bytes = File.ReadAllBytes(_class.PathOf("an.zip"));
        // The uncompressed length in the central directory stands 24 bytes behind the begin of its signature.
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        bytes[directory + 24] = 3;
        File.WriteAllBytes(_class.PathOf("an.zip"), bytes);
        Assert.Equal("con", Encoding.UTF8.GetString(HandIns().Notebooks.Single().Notebook.Read()));
    }

    [Fact]
    public void Links_are_not_followed_and_those_that_lead_out_are_told()
    {
        Put("class/an/02.ipynb", "elsewhere/03.ipynb");
        Directory.CreateSymbolicLink(_class.PathOf("class/an/backup"), "..");
        Directory.CreateSymbolicLink(_class.PathOf("class/an/out"), _class.PathOf("elsewhere"));
        File.CreateSymbolicLink(_class.PathOf("class/an/me.ipynb"), "me.ipynb");
        var files = HandInFiles.Of([_class.PathOf("class")]);
        Assert.Equal("02.ipynb", Assert.Single(files.Found).Name);
        Assert.Contains("leads out", Assert.Single(files.LeftOut).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_named_has_a_row_or_a_line()
    {
        var pdf = _class.Write("report.pdf", "");
        var notebook = _class.Write("02.ipynb", "");
        var files = HandInFiles.Of([pdf, notebook]);
        Assert.Contains("expected a notebook", Assert.Single(files.LeftOut).Why, StringComparison.Ordinal);
        Assert.Throws<UsageException>(() => HandInFiles.Of([_class.PathOf("nothing")]));
        Assert.Contains("report.pdf", Assert.Throws<UsageException>(() => Of(HandInFiles.Of([pdf]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_students_own_files_come_along_and_nobody_elses()
    {
        Put("an/02.ipynb", "an/my.csv", "an/more/own.csx", "an/notebooks/05.ipynb", "an/data/mine.csv", "binh/02.ipynb", "binh/my.csv");
        Assert.Equal(["data/mine.csv", "more/own.csx", "my.csv"], Beside("an/02.ipynb"));
        Assert.Equal(["../data/mine.csv"], Beside("an/notebooks/05.ipynb"));
        Assert.Equal(["my.csv"], Beside("binh/02.ipynb"));
    }

    [Fact]
    public void In_a_folder_that_a_class_shares_what_is_called_like_anothers_notebook_is_the_others()
    {
        Put("an.ipynb", "binh.ipynb", "binh-prices.csv", "an.csv", "shared.csv");
        Assert.Equal(["an.csv", "shared.csv"], Beside("an.ipynb"));
        Assert.Equal(["binh-prices.csv", "shared.csv"], Beside("binh.ipynb"));
    }

    [Fact]
    public void Names_of_a_roster_are_found_in_what_platforms_make_of_them()
    {
        var roster = Roster.Read(_class.Write("names.csv", "\uFEFFstudent,mail\n\"An Nguyễn\",a@x\nAn,b@x\nBình,c@x\nZoë,d@x\n"));
        Assert.Equal(["An Nguyễn", "An", "Bình", "Zoë"], roster.Names);
        Assert.Equal("An Nguyễn", roster.NameIn(["An Nguyễn_123_assignsubmission_file", "02.ipynb"]));
        Assert.Equal("An", roster.NameIn(["an_02-forward.ipynb"]));
        Assert.Equal("Bình", roster.NameIn(["BI\u0300NH".Normalize(NormalizationForm.FormD), "02.ipynb"]));
        Assert.Equal("Zoë", roster.NameIn(["Zoe\u0308.zip", "x.ipynb"]));
        Assert.Null(roster.NameIn(["Anna", "02.ipynb"]));
        Put("An_1/02.ipynb", "Zoë_2/02.ipynb", "Unknown/02.ipynb");
        Assert.Equal(["An", "Unknown", "Zoë"], Of(HandInFiles.Of([_class.Folder]), roster).Notebooks.Select(handIn => handIn.Student));
    }

    [Theory]
    [InlineData("")]
    [InlineData("student\n")]
    public void A_roster_without_names_is_refused(string content) => Assert.Throws<UsageException>(() => Roster.Read(_class.Write("names.csv", content)));

    [Fact]
    public void A_hand_in_is_known_again_by_its_content()
    {
        Put("an/02.ipynb", "an/my.csv", "binh/02.ipynb");
        var before = HandIns().Notebooks[0].Fingerprint();
        Assert.Equal(before, HandIns().Notebooks[0].Fingerprint());
        _class.Write("an/my.csv", "other");
        Assert.NotEqual(before, HandIns().Notebooks[0].Fingerprint());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void Shares_hold_everything_once(int count)
    {
        int[] all = [.. Enumerable.Range(0, 25)];
        var shares = Enumerable.Range(1, count).Select(k => new Shard(k, count).Of(all)).ToList();
        Assert.Equal(all, shares.SelectMany(share => share).Order());
        Assert.True(shares.Max(share => share.Count) - shares.Min(share => share.Count) <= 1);
    }

    private static HandIns Of(HandInFiles files, Roster? roster = null) => Unrolled.Cli.Grading.HandIns.Of(files, roster ?? Roster.None);

    private HandIns HandIns() => Of(HandInFiles.Of([_class.Folder]));

    private IEnumerable<string> Students() => HandIns().Notebooks.Select(handIn => handIn.Student);

    private IReadOnlyList<LeftOut> LeftOut() => HandInFiles.Of([_class.Folder]).LeftOut;

    private IEnumerable<string> Beside(string notebook) =>
        HandIns().Notebooks.Single(handIn => handIn.Path.EndsWith("/" + notebook, StringComparison.Ordinal)).Beside.Select(own => own.Name).Order(StringComparer.Ordinal);

    private void Put(params string[] files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_class.PathOf(file))!);
            _class.Write(file, $"content of {file}");
        }
    }

    private void Zip(string archive, params string[] files)
    {
        using var zip = ZipFile.Open(_class.PathOf(archive), ZipArchiveMode.Create);
        foreach (var file in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(file).Open());
            writer.Write($"content of {file}");
        }
    }
}
