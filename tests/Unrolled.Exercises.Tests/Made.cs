using System.Linq.Expressions;

namespace Unrolled.Exercises.Tests;

/// <summary>Functions of a type that is known only at run time.</summary>
internal static class Made
{
    /// <summary>A function of the same type as <paramref name="model"/> that hands its arguments to <paramref name="body"/>.</summary>
    public static Delegate Like(Delegate model, Func<object?[], object?> body)
    {
        var invoke = model.GetType().GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(p => Expression.Parameter(p.ParameterType, p.Name)).ToList();
        var arguments = Expression.NewArrayInit(typeof(object), parameters.Select(p => Expression.Convert(p, typeof(object))));
        var call = Expression.Invoke(Expression.Constant(body), arguments);
        return Expression.Lambda(model.GetType(), Expression.Convert(call, invoke.ReturnType), parameters).Compile();
    }

    /// <summary>A function that returns what <paramref name="change"/> makes of the right answer.</summary>
    public static Delegate Changed(Delegate right, Func<object?, object?> change) =>
        Like(right, arguments => change(right.DynamicInvoke(arguments)));
}
