using System.Reflection;

namespace Unrolled.Kernel.Jupyter;

/// <summary><c>kernel_info_reply</c>: who this is. The language's entries are those that the notebooks carry, so that saving a notebook changes nothing in it.</summary>
internal static class KernelInfo
{
    private static readonly string Version =
        typeof(KernelInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static object Content { get; } = new
    {
        status = "ok",
        protocol_version = JupyterWire.ProtocolVersion,
        implementation = "unrolled",
        implementation_version = Version,
        language_info = new { name = "C#", version = "13.0", mimetype = "text/x-csharp", file_extension = ".cs", pygments_lexer = "csharp" },
        banner = $"Unrolled {Version}: the C# session of the course on recurrent neural networks",
        debugger = false,
        help_links = Array.Empty<object>(),
    };
}
