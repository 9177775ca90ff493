namespace Unrolled.Kernel.Zmtp;

/// <summary>The other side does not speak ZMTP 3 as this side does.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
