using System.Text;

namespace Unrolled.Notebooks.Tests.Documents;

public class LayoutTests
{
    [Fact]
    public void A_notebook_in_Jupyters_layout_keeps_every_byte() =>
        Assert.Equal(Encoding.UTF8.GetString(Samples.Everything), Samples.Parse(Samples.Everything).Text());

    [Fact]
    public void Another_layout_of_the_same_notebook_becomes_Jupyters() =>
        Assert.Equal(Encoding.UTF8.GetString(Samples.Everything), Samples.Parse(Samples.Fixture("everything-other-layout.ipynb")).Text());
}
