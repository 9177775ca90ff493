using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Unrolled.Exercises;

/// <summary>What a function did in one case.</summary>
/// <param name="Answer">What it returned, taken apart; null if it threw.</param>
/// <param name="Error">What it threw, or null.</param>
/// <param name="Changed">The parameters whose argument it changed.</param>
internal sealed record Attempt(Answer? Answer, Exception? Error, ImmutableArray<string> Changed)
{
    /// <summary>Calls a function on copies of the case's arguments.</summary>
    /// <exception cref="ArgumentException">The case does not fit the function's parameters; that is the exercise's mistake.</exception>
    public static Attempt Of(Delegate function, TestCase on)
    {
        var invoke = function.GetType().GetMethod("Invoke")!;
        var parameters = invoke.GetParameters();
        Fit(parameters, on);
        object?[] arguments = [.. on.Arguments.Select(DeepCopy.Of)];
        try
        {
            // Taken apart at once: a lazy sequence runs the learner's code only when it is read.
            var answer = Exercises.Answer.Of(function.DynamicInvoke(arguments), TupleNames(invoke));
            return new(answer, null, [.. parameters.Where((_, i) => IsChanged(on.Arguments[i], arguments[i])).Select(p => p.Name!)]);
        }
        catch (TargetInvocationException e)
        {
            return new(null, e.InnerException!, []);
        }
        catch (Exception e) when (e is not NotSupportedException)
        {
            return new(null, e, []);
        }
    }

    /// <summary>Whether a function that did this does what the other one did.</summary>
    public bool AgreesWith(Attempt other, double tolerance) => Answer is null || other.Answer is null
        ? Error is not null && Error.GetType() == other.Error?.GetType()
        : Difference.Between(other.Answer, Answer, tolerance) is null;

    private static bool IsChanged(object? before, object? after) =>
        Difference.Between(Exercises.Answer.Of(before), Exercises.Answer.Of(after), tolerance: 0) is not null;

    private static void Fit(ParameterInfo[] parameters, TestCase on)
    {
        var fits = parameters.Length == on.Arguments.Count
            && parameters.Zip(on.Arguments).All(pair => pair.Second is null || pair.First.ParameterType.IsInstanceOfType(pair.Second));
        if (!fits)
        {
            var expected = string.Join(", ", parameters.Select(p => p.ParameterType.Name));
            var got = string.Join(", ", on.Arguments.Select(a => a?.GetType().Name ?? "null"));
            throw new ArgumentException($"Case \"{on.Label}\" must have arguments ({expected}), got ({got}).", nameof(on));
        }
    }

    private static IReadOnlyList<string?>? TupleNames(MethodInfo invoke) =>
        (IReadOnlyList<string?>?)invoke.ReturnParameter.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames;
}
