using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Exercises.Tests;

/// <summary>How values are taken apart and compared.</summary>
public sealed class AnswerTests
{
    private const double Tolerance = 1e-9;

    private static readonly Vector<double> V = Vector<double>.Build.Dense([1, 2, 3]);

    public static TheoryData<object?, string> Shapes => new()
    {
        { null, "null" },
        { 1.5, "number" },
        { 2, "integer" },
        { true, "true or false" },
        { "word", "text" },
        { LongLags.Vanish, "LongLags" },
        { new System.Numerics.Complex(1, 2), "complex number" },
        { V, "vector of 3" },
        { Matrix<double>.Build.Dense(2, 3), "2 × 3 matrix" },
        { new[] { 1.0, 2.0 }, "list of 2 numbers" },
        { new List<double> { 1 }, "list of 1 numbers" },
        { new[] { 1, 2 }, "list of 2 × (integer)" },
        { new[] { V, V }, "list of 2 × (vector of 3)" },
        { (IReadOnlyList<Vector<double>>)[V, V], "list of 2 × (vector of 3)" },
        { new[] { V }.AsReadOnly(), "list of 1 × (vector of 3)" },
        { Array.Empty<LongLags>(), "empty list" },
        { new object[] { V, 1.0 }, "list of 2: (vector of 3, number)" },
        { new Sequence([V, V], first: 0), "list of 2 × (vector of 3)" },
        { new HashSet<int> { 3, 1 }, "set" },
        { (V, 1), "(item 1: vector of 3, item 2: integer)" },
        { new MinMax(1, V), "(Min: number, Max: vector of 3)" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_value_has_a_shape_in_words(object? value, string shape) => Assert.Equal(shape, Answer.Of(value).Shape);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_copy_equals_its_original_and_is_another_object(object? value, string shape)
    {
        var copy = DeepCopy.Of(value);
        Assert.Equal(shape, Answer.Of(copy).Shape);
        Assert.Null(Difference.Between(Answer.Of(value), Answer.Of(copy), tolerance: 0));
        if (Spoiled.Overwrite(copy))
            Assert.NotNull(Difference.Between(Answer.Of(value), Answer.Of(copy), tolerance: 0));
    }

    [Fact]
    public void Sets_are_equal_in_any_order_and_lists_are_not()
    {
        Assert.Null(Told(new HashSet<int> { 1, 2, 11 }, new SortedSet<int> { 11, 2, 1 }));
        Assert.Equal("The answer is not right.", Told(new HashSet<int> { 1, 2 }, new HashSet<int> { 1, 3 }));
        Assert.Equal("The answer is not right at item [0].", Told(new[] { 1, 2 }, new[] { 2, 1 }));
    }

    [Fact]
    public void Sums_in_another_order_agree()
    {
        double[] terms = [1e8, 1.0 / 3, -1e8, 1.0 / 7];
        Assert.NotEqual(terms.Sum(), terms.Reverse().Sum());
        Assert.Null(Told(new[] { 1e8, terms.Sum() }, [1e8, terms.Reverse().Sum()]));
    }

    [Fact]
    public void A_small_entry_counts_against_the_largest_of_its_own_part_only()
    {
        Assert.Null(Told(new[] { 1, 1e-12 }, [1, 2e-12]));
        Assert.Equal("The number at item 2 is off by about 1 times its right size.", Told((1.0, 1e-12), (1.0, 2e-12)));
    }

    [Theory]
    [InlineData(0.5, 0.5000001, "is off by less than a millionth of its right size")]
    [InlineData(0.5, 0.501, "is off by less than 1 % of its right size")]
    [InlineData(0.5, 0.5061, "is off by about 1 % of its right size")]
    [InlineData(0.5, 0.487, "is off by about 3 % of its right size")]
    [InlineData(0.5, 0.33, "is off by about 30 % of its right size")]
    [InlineData(0.5, -0.5, "is off by about 2 times its right size")]
    [InlineData(0.5, 500.0, "is off by ten times its right size or more")]
    [InlineData(1e-9, 0.5, "is off by about 50 % of the largest entry")]
    [InlineData(0.0, 0.5, "is off by about 50 % of the largest entry")]
    [InlineData(0.5, double.NaN, "is NaN")]
    [InlineData(0.5, double.PositiveInfinity, "is infinite")]
    public void The_distance_is_told_with_one_digit(double right, double given, string told) =>
        Assert.Equal($"Entry [1] {told}. 1 of 2 entries are off.", Told(new[] { 1, right }, [1, given]));

    [Fact]
    public void Where_all_is_zero_nothing_else_will_do() => Assert.Equal("Entry [0] is off. 1 of 2 entries are off.", Told(new double[2], [1e-9, 0]));

    [Fact]
    public void A_place_is_named_by_step_item_and_entry()
    {
        var right = new Sequence([V, V], first: 0);
        var given = new Sequence([V, Vector<double>.Build.Dense([1, 2, 4])], first: 0);
        Assert.Equal("Entry [2] of step 1 is off by about 30 % of its right size. 1 of 3 entries are off.", Told(right, given));
        Assert.Equal("Entry [1, 0] is off by about 90 % of its right size. 1 of 4 entries are off.",
            Told(Matrix<double>.Build.Dense(2, 2, 1), Matrix<double>.Build.DenseOfArray(new[,] { { 1, 1 }, { 0.1, 1 } })));
    }

    [Fact]
    public void A_wrong_mistake_may_be_NaN_and_is_recognised_by_it() => Assert.Null(Told(double.NaN, double.NaN));

    [Fact]
    public void A_type_that_nobody_can_compare_is_refused() => Assert.Throws<NotSupportedException>(() => Answer.Of(new System.Text.StringBuilder()));

    private static string? Told(object right, object given) => Difference.Between(Answer.Of(right), Answer.Of(given), Tolerance)?.Told;

    private static string? Told(double[] right, double[] given) => Told((object)right, given);

    private sealed record MinMax(double Min, Vector<double> Max);
}
