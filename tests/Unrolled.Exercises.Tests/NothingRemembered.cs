using System.Runtime.CompilerServices;

namespace Unrolled.Exercises.Tests;

internal static class NothingRemembered
{
    // What tests pass is nobody's progress.
    [ModuleInitializer]
    internal static void TurnOff() => Environment.SetEnvironmentVariable(Progress.Variable, "off");
}
