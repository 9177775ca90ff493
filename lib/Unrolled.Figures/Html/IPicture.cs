namespace Unrolled.Figures;

/// <summary>Something a page can show: a figure, a table, or several beside each other. Its <c>ToString()</c> is the alt text.</summary>
public interface IPicture
{
    /// <summary>The picture as an HTML fragment that needs nothing else on the page.</summary>
    string ToHtml();
}
