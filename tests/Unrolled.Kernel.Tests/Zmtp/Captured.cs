namespace Unrolled.Kernel.Tests.Zmtp;

/// <summary>What libzmq 4.3.4 (pyzmq 24.0.1) sent to a ZMTP 3.0 peer on the loopback address.</summary>
internal static class Captured
{
    /// <summary>A greeting of ZMTP 3.1. The bytes between the first and the tenth mean nothing since ZMTP 2.</summary>
    public const string Greeting =
        "ff00000000000000047f03014e554c4c000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>READY of a DEALER with the identity <c>abc</c>.</summary>
    public const string ReadyDealer = "042c0552454144590b536f636b65742d54797065000000064445414c4552084964656e7469747900000003616263";

    /// <summary>The message of three frames <c>one</c>, nothing, <c>three</c>.</summary>
    public const string ThreeFrames = "01036f6e65010000057468726565";

    /// <summary>READY of a SUB.</summary>
    public const string ReadySub = "04190552454144590b536f636b65742d5479706500000003535542";

    /// <summary>The subscription to everything.</summary>
    public const string SubscribeAll = "000101";

    /// <summary>READY of a REQ.</summary>
    public const string ReadyReq = "04260552454144590b536f636b65742d5479706500000003524551084964656e7469747900000000";

    /// <summary>The request <c>ping</c>, behind the empty frame that a REQ puts before it.</summary>
    public const string Ping = "0100000470696e67";

    public static byte[] Bytes(params string[] hex) => Convert.FromHexString(string.Concat(hex));
}
