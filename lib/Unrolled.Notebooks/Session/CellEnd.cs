namespace Unrolled.Notebooks;

/// <summary>How a cell ended, and the error that its outputs end with.</summary>
internal sealed record CellEnd(CellStatus Status, ErrorOutput? Error)
{
    public static CellEnd Ok { get; } = new(CellStatus.Ok, null);

    public static CellEnd Failed(ErrorOutput error) => new(CellStatus.Failed, error);

    public static CellEnd Interrupted(string label)
    {
        const string Kept = "Variables are kept, also those that it had set.";
        return new CellEnd(CellStatus.Interrupted, new ErrorOutput("Interrupted", $"The cell was interrupted. {Kept}", [$"{label} was interrupted. {Kept}"]));
    }

    public static CellEnd Stuck(string label)
    {
        const string Message = "The cell was interrupted but did not stop, so its worker is ended. All variables are lost: run the notebook from the top.";
        return new CellEnd(CellStatus.Stuck, new ErrorOutput("WorkerLost", Message, [$"{label}: {Message}"]));
    }
}
