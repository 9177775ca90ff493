using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Unrolled.Benchmarks;

// "figures": time and size of every picture of the gallery.
if (args is ["figures"])
{
    FigureTimes.Print();
    return;
}

// "peers": the times that tests/peers/compare.sh sets beside other libraries. Else BenchmarkDotNet, with its own arguments.
if (args is ["peers", ..])
{
    PeerTimes.Print(args[1..]);
    return;
}

// In this process: the generated project of the default toolchain would inherit this repository's build settings.
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default);
BenchmarkSwitcher.FromAssembly(typeof(PeerTimes).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], config);
