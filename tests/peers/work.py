"""The work of tests/Unrolled.Benchmarks/Work.cs, for NumPy and PyTorch: the same weights, inputs and targets."""
import time
import numpy as np


def weights(which, rows, columns):
    i, k = np.arange(rows)[:, None], np.arange(columns)[None, :]
    return np.sin(which + 3 * i + 7 * k) / np.sqrt(columns)


def work_a():
    """780 windows of 20 numbers, the target of the last step: x (780, 20, 1), y (780, 1)."""
    n, t = np.arange(780)[:, None, None], np.arange(20)[None, :, None]
    return np.sin(0.1 * n + 0.37 * t), np.sin(0.1 * n[:, :, 0] + 0.37 * 20)


def work_b():
    """32 sequences of 100 steps, targets at every step: x (32, 100, 64), y (32, 100, 10)."""
    n, t = np.arange(32)[:, None, None], np.arange(100)[None, :, None]
    x = np.sin(0.3 * n + 0.11 * t + 0.7 * np.arange(64)[None, None, :])
    y = np.sin(1 + 0.3 * n + 0.11 * t + 0.5 * np.arange(10)[None, None, :])
    return x, y


def fastest(epoch, seconds=1.2, at_least=3):
    """Milliseconds of the fastest epoch within some seconds, after two to warm up."""
    best, started, count = float("inf"), time.perf_counter(), -2
    while count < at_least or time.perf_counter() - started < seconds:
        start = time.perf_counter()
        epoch()
        count += 1
        if count > 0:
            best = min(best, time.perf_counter() - start)
    return 1000 * best


def line(name, value):
    print(name, repr(float(value)), flush=True)
