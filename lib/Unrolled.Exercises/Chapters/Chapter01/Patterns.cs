namespace Unrolled.Exercises;

/// <summary>The five ways to use a recurrent network.</summary>
public enum UsagePattern
{
    /// <summary>One input, one output: an MLP.</summary>
    OneToOne,

    /// <summary>One input, then an output at every step.</summary>
    OneToMany,

    /// <summary>An input at every step, one output at the end.</summary>
    ManyToOne,

    /// <summary>An input and an output at every step.</summary>
    ManyToManyEqual,

    /// <summary>All inputs first, then all outputs: an encoder, then a decoder.</summary>
    ManyToManyUnequal,
}

public static partial class Chapter01
{
    private static readonly (string Task, UsagePattern Pattern)[] Tasks =
    [
        ("the exclusive or of two bits given at once", UsagePattern.OneToOne),
        ("a caption for a picture", UsagePattern.OneToMany),
        ("is a film review friendly?", UsagePattern.ManyToOne),
        ("a label for each frame of a video, as it comes", UsagePattern.ManyToManyEqual),
        ("a translation from Vietnamese into English", UsagePattern.ManyToManyUnequal),
        ("a melody from one starting note", UsagePattern.OneToMany),
        ("tomorrow's price from the last 20 prices", UsagePattern.ManyToOne),
        ("the person names in a sentence, word by word", UsagePattern.ManyToManyEqual),
        ("what kind of sport a video shows", UsagePattern.ManyToOne),
        ("a summary of an article", UsagePattern.ManyToManyUnequal),
    ];

    /// <summary>The usage pattern of a task.</summary>
    /// <param name="task">The number of the task in the list, from 1 to 10.</param>
    public delegate UsagePattern PatternOfFunction(int task);

    /// <summary>1.7: ten tasks, sorted by usage pattern.</summary>
    public static ValueExercise<PatternOfFunction> PatternOf { get; } = new("1.7", "Ten tasks, five patterns")
    {
        Matters = "The pattern decides which steps have a loss, and so where gradients come from.",
        Next = "exercise 1.8 asks what a state can know.",
        Cases = _ => [.. Tasks.Select((task, i) => TestCase.Of(task.Task, i + 1))],
        Reference = task => Tasks[task - 1].Pattern,
        Misconceptions =
        [
            new("all many-to-many equal", "You took every many-to-many task as one of equal length, but in some of yours the output may be longer or shorter than the input.",
                "1.6", Instead(UsagePattern.ManyToManyUnequal, UsagePattern.ManyToManyEqual)),
            new("all many-to-many unequal", "You took every many-to-many task as encoder and decoder, but in some of yours there is one output for each input, at the same step.",
                "1.6", Instead(UsagePattern.ManyToManyEqual, UsagePattern.ManyToManyUnequal)),
            new("a sequence taken as one input", "You counted a whole sequence as one input: a review, a price window or a video is read step by step.",
                "1.6", Instead(UsagePattern.ManyToOne, UsagePattern.OneToOne)),
            new("sides swapped", "You swapped one-to-many and many-to-one: the first word is about inputs, the second about outputs.",
                "1.6", task => Tasks[task - 1].Pattern switch
                {
                    UsagePattern.OneToMany => UsagePattern.ManyToOne,
                    UsagePattern.ManyToOne => UsagePattern.OneToMany,
                    var other => other,
                }),
        ],
        Hints =
        [
            "For each task ask twice: is there an input at one step or at several? A target at one step or at several?",
            "Where both are many: can the first output be given after the first input, and are there as many outputs as inputs?",
            "Two tasks have an output that is longer or shorter than the input and can begin only when all is read. Three read much and answer once.",
        ],
    };

    private static PatternOfFunction Instead(UsagePattern right, UsagePattern wrong) =>
        task => Tasks[task - 1].Pattern == right ? wrong : Tasks[task - 1].Pattern;
}
