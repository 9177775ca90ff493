using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Unrolled.Figures;

/// <summary>A picture that changes in steps, for lectures: buttons, a slider and the arrow keys go through the frames.</summary>
/// <remarks>
/// The HTML needs no other file, and several steppers may share a page. Where no script runs, the frames read as a list.
/// <code>
/// Stepper.Of("The forward pass, step by step")
///     .Add("t = 1", "The state starts at h_0 = 0.", figure1)
///     .Add("t = 2", "The state now carries x_1.", figure2)
/// </code>
/// </remarks>
[TypeFormatterSource(typeof(StepperFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record Stepper
{
    /// <summary>The title above the frames.</summary>
    public string Title { get; init; } = "";

    /// <summary>The name by which slides find the stepper: <c>data-name</c> on the root element.</summary>
    public string Name { get; init; } = "";

    /// <summary>The frames, in their order.</summary>
    public ImmutableArray<StepperFrame> Frames { get; init; } = [];

    /// <summary>A stepper without frames, to which they are added.</summary>
    /// <param name="title">The title above the frames.</param>
    public static Stepper Of(string title) => new() { Title = title };

    /// <summary>Adds a frame.</summary>
    /// <param name="title">What the step shows: "t = 3".</param>
    /// <param name="note">One or two sentences beside the picture; "" for none.</param>
    /// <param name="pictures">Figures and tables, shown one beside the other.</param>
    public Stepper Add(string title, string note, params IPicture[] pictures) =>
        this with { Frames = Frames.Add(new(title, note, [.. pictures])) };

    /// <summary>The same stepper under a name by which slides and tests find it.</summary>
    /// <param name="name">Lower-case letters, digits, dots and hyphens, such as "forward-pass".</param>
    /// <exception cref="ArgumentException">The name holds other characters.</exception>
    public Stepper Named(string name) => this with { Name = Names.Checked(name) };

    /// <summary>The stepper as an HTML fragment (<c>text/html</c>).</summary>
    public string ToHtml() => StepperHtml.Of(this);

    /// <summary>All frames in words and numbers: the alt text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Title);
        foreach (var (i, (title, note, pictures)) in Frames.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\n{i + 1}. {title}");
            if (note.Length > 0) text.Append('\n').Append(note);
            foreach (var picture in pictures) text.Append('\n').Append(picture);
        }

        return text.ToString();
    }
}

/// <summary>One step of a <see cref="Stepper"/>.</summary>
/// <param name="Title">What the step shows: "t = 3".</param>
/// <param name="Note">One or two sentences beside the picture; "" for none.</param>
/// <param name="Pictures">What is shown, one beside the other.</param>
public sealed record StepperFrame(string Title, string Note, ImmutableArray<IPicture> Pictures);
