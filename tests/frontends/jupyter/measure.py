"""How fast the kernel is, as a client sees it: prints figures to set beside one another, and asserts nothing."""
import json
import statistics
import time

from kernel import ROOT, Kernel

ROUNDS = 5
CELLS = 200


def seconds(action):
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def chapter(name):
    with open(ROOT / "notebooks" / f"{name}.ipynb", encoding="utf-8") as file:
        cells = json.load(file)["cells"]
    return ["".join(c["source"]) for c in cells if c["cell_type"] == "code" and "optional" not in c["metadata"].get("tags", [])]


def interrupt(kernel):
    request = kernel.client.execute("while (true) { }")
    time.sleep(0.5)
    started = time.perf_counter()
    kernel.manager.interrupt_kernel()
    kernel.reply_to(request)
    return time.perf_counter() - started


def main():
    ready, first, warm, interrupts, resident = [], [], [], [], []
    for _ in range(ROUNDS):
        with Kernel() as kernel:
            ready.append(kernel.seconds_to_ready)
            first.append(seconds(lambda: kernel.run('#load "setup.csx"\nusing Unrolled;')))
            warm += [seconds(lambda: kernel.run(f"var v{i} = {i};")) for i in range(CELLS)]
            interrupts.append(interrupt(kernel))
    with Kernel() as kernel:
        for source in chapter("06-lstm-gru"):
            reply, _ = kernel.run(source)
            assert reply["status"] == "ok", reply
        time.sleep(3)
        resident = kernel.resident_megabytes()
    print(f"ready:            median {statistics.median(ready):.2f} s, largest {max(ready):.2f} s ({ROUNDS} kernels)")
    print(f"first cell:       median {statistics.median(first):.2f} s, largest {max(first):.2f} s (#load \"setup.csx\")")
    print(f"warm cell:        median {1000 * statistics.median(warm):.1f} ms ({len(warm)} cells)")
    print(f"interrupt:        median {statistics.median(interrupts):.3f} s, largest {max(interrupts):.3f} s")
    print(f"resident memory:  {resident:.0f} MB, three seconds after chapter 06")


if __name__ == "__main__":
    main()
