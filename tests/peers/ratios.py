"""Reads what compare.sh measured, prints the table, and fails if a ratio falls short."""
import collections
import math
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])


def read(kind):
    """name -> the values of all rounds"""
    values = collections.defaultdict(list)
    for file in sorted(folder.glob(f"{kind}.*")):
        for text in file.read_text().splitlines():
            name, value = text.split()
            values[name].append(float(value))
    return values


ours, torch, numpy = read("ours"), read("torch"), read("numpy")
failed = []


def check(what, good):
    if not good:
        failed.append(what)
    return "" if good else "  <-- falls short"


print(f"{'work':8}{'beside':26}{'theirs, ms':>12}{'ours, ms':>10}{'ratio':>8}{'wanted':>8}    ratio of each round")
for work, name, peers, peer, wanted in [
    ("A.RNN", "PyTorch, double", torch, "A.RNN", 5),
    ("A.RNN", "NumPy, all windows at once", numpy, "A.RNN.batched", 3),
    ("A.RNN", "NumPy, window by window", numpy, "A.RNN.loop", 200),
    ("A.LSTM", "PyTorch, double", torch, "A.LSTM", 6),
    ("A.GRU", "PyTorch, double", torch, "A.GRU", 6),
    ("B.RNN", "PyTorch, double", torch, "B.RNN", 3),
    ("B.RNN", "PyTorch, float", torch, "B.RNN.float", 1),
    ("B.LSTM", "PyTorch, double", torch, "B.LSTM", 3),
    ("B.LSTM", "PyTorch, float", torch, "B.LSTM.float", 1),
    ("B.GRU", "PyTorch, double", torch, "B.GRU", 3),
    ("B.GRU", "PyTorch, float", torch, "B.GRU.float", 1),
]:
    theirs, mine = min(peers[peer]), min(ours[work])
    rounds = " ".join(f"{t / o:.1f}" for t, o in zip(peers[peer], ours[work]))
    ratio = theirs / mine
    print(f"{work:8}{name:26}{theirs:12.2f}{mine:10.2f}{ratio:8.1f}{wanted:8}    {rounds}" + check(f"{work} beside {name}", ratio >= wanted))

    # PyTorch's GRU is another function, and float has fewer digits; every other loss must be ours. Not to the last digit:
    # its clip_grad_norm_ divides by |g| + 1e-6.
    if work != "B.GRU" and work != "A.GRU" and "float" not in name:
        a, b = ours[work + ".loss"][0], peers[peer + ".loss"][0]
        if not math.isclose(a, b, rel_tol=1e-6):
            failed.append(f"{work}: not the same work, the loss after five epochs is {a} here and {b} in {name}")

# Multiply-adds of one step: forward Θ u, backward Uᵀ δ, gradient δ uᵀ; and the output layer three times.
print()
peak = max(ours["peak"])
for work, gates in ("B.RNN", 1), ("B.LSTM", 4), ("B.GRU", 3):
    operations = 32 * 100 * 2 * (gates * 128 * (2 * (64 + 1 + 128) + 128) + 3 * 10 * 128)
    rate = operations / min(ours[work]) / 1e6
    print(f"{work}: {operations / 1e9:.2f} GFLOP, {rate:.0f} of {peak:.0f} GFLOP/s multiply-add peak of all cores = {100 * rate / peak:.0f} %")

lengths = [10, 100, 1_000, 10_000]
xs, ys = [math.log(T) for T in lengths], [math.log(min(ours[f"length.{T}"])) for T in lengths]
mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)
print(f"time against T = 10 .. 10,000: log-log slope {slope:.3f}, wanted at most 1.05" + check("slope of time against T", slope <= 1.05))

for what in failed:
    print(f"failed: {what}", file=sys.stderr)
sys.exit(1 if failed else 0)
