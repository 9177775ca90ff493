"""Work A in NumPy: once window by window, as one first writes it, and once for all windows together."""
import numpy as np
from work import fastest, line, weights, work_a

TAU, RATE = 5, 0.01
X, Y = work_a()


def start():
    return [weights(1, 16, 1), weights(2, 16, 16), np.zeros(16), weights(3, 1, 16), np.zeros(1)]


def update(p, gradient, rate):
    norm = np.sqrt(sum((g * g).sum() for g in gradient))
    for tensor, g in zip(p, gradient):
        tensor -= rate * g / max(1, norm / TAU)


def window_by_window(p, rate=RATE):
    W_hx, W_hh, b_h, W_qh, b_q = p
    total, gradient = 0.0, [np.zeros_like(tensor) for tensor in p]
    for x, y in zip(X, Y):
        h = [np.zeros(16)]
        for x_t in x:
            h.append(np.tanh(W_hx @ x_t + W_hh @ h[-1] + b_h))
        error = W_qh @ h[-1] + b_q - y
        total += error @ error
        delta_z = 2 * error
        gradient[3] += np.outer(delta_z, h[-1])
        gradient[4] += delta_z
        dh = W_qh.T @ delta_z
        for t in range(len(x) - 1, -1, -1):
            delta_a = dh * (1 - h[t + 1] ** 2)
            gradient[0] += np.outer(delta_a, x[t])
            gradient[1] += np.outer(delta_a, h[t])
            gradient[2] += delta_a
            dh = W_hh.T @ delta_a
    update(p, [g / len(X) for g in gradient], rate)
    return total / len(X)


def batched(p, rate=RATE):
    W_hx, W_hh, b_h, W_qh, b_q = p
    gradient = [np.zeros_like(tensor) for tensor in p]
    h = [np.zeros((len(X), 16))]
    for t in range(X.shape[1]):
        h.append(np.tanh(X[:, t] @ W_hx.T + h[-1] @ W_hh.T + b_h))
    error = h[-1] @ W_qh.T + b_q - Y
    delta_z = 2 * error / len(X)
    gradient[3] += delta_z.T @ h[-1]
    gradient[4] += delta_z.sum(0)
    dh = delta_z @ W_qh
    for t in range(X.shape[1] - 1, -1, -1):
        delta_a = dh * (1 - h[t + 1] ** 2)
        gradient[0] += delta_a.T @ X[:, t]
        gradient[1] += delta_a.T @ h[t]
        gradient[2] += delta_a.sum(0)
        dh = delta_a @ W_hh
    update(p, gradient, rate)
    return (error * error).sum() / len(X)


for name, epoch in [("A.RNN.batched", batched), ("A.RNN.loop", window_by_window)]:
    p = start()
    line(name + ".loss", [epoch(p) for _ in range(5)][-1])
    p = start()
    line(name, fastest(lambda: epoch(p, rate=1e-6)))
