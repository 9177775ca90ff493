"""Works A and B in PyTorch, on all cores."""
import numpy as np
import torch
from work import fastest, line, weights, work_a, work_b

# Our numbers of the weights, per gate, in PyTorch's order of gates (LSTM: i, f, g, o; GRU: r, z, n).
GATES = {"RNN": [(1, 2)], "LSTM": [(3, 4), (1, 2), (7, 8), (5, 6)], "GRU": [(1, 2), (3, 4), (5, 6)]}


class Network(torch.nn.Module):
    def __init__(self, cell, n_x, n_h, n_q):
        super().__init__()
        self.cell = getattr(torch.nn, cell)(n_x, n_h, batch_first=True)
        self.output = torch.nn.Linear(n_h, n_q)
        gates = GATES[cell]
        with torch.no_grad():
            self.cell.weight_ih_l0.copy_(torch.tensor(np.vstack([weights(w, n_h, n_x) for w, _ in gates])))
            self.cell.weight_hh_l0.copy_(torch.tensor(np.vstack([weights(u, n_h, n_h) for _, u in gates])))
            self.output.weight.copy_(torch.tensor(weights(2 * len(gates) + 1, n_q, n_h)))
            for bias in (self.cell.bias_ih_l0, self.cell.bias_hh_l0, self.output.bias):
                bias.zero_()
        self.cell.bias_hh_l0.requires_grad_(False)  # a second bias would learn what the first one learns

    def forward(self, x, last):
        h, _ = self.cell(x)
        return self.output(h[:, -1] if last else h)


def measure(name, cell, n_h, data, dtype):
    x, y = (torch.tensor(values, dtype=dtype) for values in data)
    last, count = y.dim() == 2, y.numel() / y.shape[-1]

    def network(rate):
        net = Network(cell, x.shape[-1], n_h, y.shape[-1]).to(dtype)
        trained = [p for p in net.parameters() if p.requires_grad]
        optimiser = torch.optim.SGD(trained, lr=rate)

        def epoch():
            optimiser.zero_grad(set_to_none=True)
            loss = ((net(x, last) - y) ** 2).sum() / count
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 5)
            optimiser.step()
            return loss.item()

        return epoch

    epoch = network(0.01)
    line(name + ".loss", [epoch() for _ in range(5)][-1])
    line(name, fastest(network(1e-6)))


torch.manual_seed(0)
for cell in GATES:
    measure(f"A.{cell}", cell, 16, work_a(), torch.float64)
for cell in GATES:
    measure(f"B.{cell}", cell, 128, work_b(), torch.float64)
    measure(f"B.{cell}.float", cell, 128, work_b(), torch.float32)
