"""How fast the kernel is, as a client sees it, and beside it the real .NET Interactive. Prints figures and asserts nothing.

measure.py [--tool PATH] [--rounds N]

--tool PATH   the dotnet-interactive to set beside ours, as this installs it:
              dotnet tool install Microsoft.dotnet-interactive --version 1.0.712001 --tool-path DIR
--rounds N    how often each kernel is started, in turns, so that both meet the same load of the machine; 5 by default
"""
import argparse
import contextlib
import json
import os
import pathlib
import statistics
import sys
import tempfile
import time

from kernel import PATIENCE, ROOT, Kernel, NAME

sys.path.insert(0, str(ROOT / "tests" / "conformance"))
import engine  # pylint: disable=wrong-import-position

CELLS = 1000
THEIRS = "real-engine"
# Four threads with 10,000 lines between them, each after some work; or the same work without the lines.
WORK = """
void Work(bool print)
{
    var threads = Enumerable.Range(0, 4).Select(t => new System.Threading.Thread(() =>
    {
        for (var i = 0; i < 2500; i++)
        {
            var x = 0.0;
            for (var k = 0; k < 100_000; k++) x += Math.Sqrt(k + i);
            if (print) Console.WriteLine($"thread {t}, line {i}: {x}");
        }
    })).ToList();
    threads.ForEach(thread => thread.Start());
    threads.ForEach(thread => thread.Join());
}
"""


def seconds(action):
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def chapter(name):
    with open(ROOT / "notebooks" / f"{name}.ipynb", encoding="utf-8") as file:
        cells = json.load(file)["cells"]
    return ["".join(c["source"]) for c in cells if c["cell_type"] == "code" and "optional" not in c["metadata"].get("tags", [])]


def run(kernel, source):
    reply, _ = kernel.run(source)
    assert reply["status"] == "ok", reply


def interrupt(kernel):
    """Seconds until an endless cell has ended, and whether the kernel has ended with it."""
    kernel.client.execute("while (true) { }")
    time.sleep(0.5)
    started = time.perf_counter()
    kernel.manager.interrupt_kernel()
    while kernel.manager.is_alive() and time.perf_counter() - started < PATIENCE:
        with contextlib.suppress(Exception):
            if kernel.client.get_shell_msg(timeout=0.01)["msg_type"] == "execute_reply":
                break
    return time.perf_counter() - started, not kernel.manager.is_alive()


def printing(kernel):
    """How much longer the work takes when it prints: the median of three pairs, in turns."""
    run(kernel, WORK)
    run(kernel, "Work(true); Work(false);")
    return statistics.median(seconds(lambda: run(kernel, "Work(true);")) / seconds(lambda: run(kernel, "Work(false);")) for _ in range(3))


def measure(name, rounds):
    """One kernel from its start to its interrupt."""
    with Kernel(name=name) as kernel:
        taken = {
            "ready": kernel.seconds_to_ready,
            "first": seconds(lambda: run(kernel, '#load "setup.csx"\nusing Unrolled;')),
            "cells": [seconds(lambda: run(kernel, f"var v{i} = {i};")) for i in range(CELLS // rounds)],
            "chapter": seconds(lambda: [run(kernel, source) for source in chapter("03-gradients")]),
        }
        taken["printing"] = printing(kernel)
        time.sleep(3)
        taken["memory"] = kernel.resident_megabytes()
        taken["interrupt"], taken["ended"] = interrupt(kernel)
        return taken


def row(name, taken):
    def median(what):
        return statistics.median(one[what] for one in taken)

    cell = statistics.median(second for one in taken for second in one["cells"])
    ended = ", its process ended" if all(one["ended"] for one in taken) else ""
    return (f"{name:<18}{median('ready'):6.2f} s{median('first'):10.2f} s{1000 * cell:11.1f} ms{median('chapter'):10.1f} s{median('printing'):10.2f} x{median('memory'):8.0f} MB"
            f"{median('interrupt'):10.3f} s{ended}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tool", type=pathlib.Path)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    # Jupyter looks in this folder too, so that neither kernel's name has to give way.
    with tempfile.TemporaryDirectory() as folder:
        taken = {NAME: []}
        if chosen.tool:
            engine.write_kernel_spec(folder, chosen.tool.resolve(), THEIRS)
            os.environ["JUPYTER_PATH"] = folder
            taken[THEIRS] = []
        for _ in range(chosen.rounds):
            for name, measured in taken.items():
                measured.append(measure(name, chosen.rounds))
    print(f"Medians of {chosen.rounds} kernels each, in turns; {CELLS // chosen.rounds * chosen.rounds} trivial cells; memory three seconds after that;\n"
          "printing: 10,000 lines of four threads, beside the same work without them.")
    print(f"{'':<18}{'ready':>8}{'first cell':>12}{'trivial cell':>14}{'chapter 03':>12}{'printing':>12}{'memory':>11}{'interrupt':>12}")
    print(row("this kernel", taken[NAME]))
    print(row(".NET Interactive", taken[THEIRS]) if chosen.tool else ".NET Interactive  not measured: --tool PATH names it")


if __name__ == "__main__":
    main()
