#!/usr/bin/env python3
"""Golden values for the cells, from PyTorch's autograd in double precision.

    python3 make_golden.py        # needs Debian's python3-torch; writes *.json beside itself, and the chapters' cases into data/

The tests read the committed JSON and need neither Python nor PyTorch.

What stands in a file
---------------------
config      cell, activations, loss, and which steps count: "mean" is w_t = 1/T, "last" is w_T = 1.
parameters  our names -> rows (a bias is a list of numbers).
sequences   U sequences of inputs x and targets y ("last": y holds y_T only), all with T steps.
gradient    for sequences[0] from a non-zero initial state h_0 (and c_0): h_1..h_T (c_1..c_T), o_1..o_T, L,
            dL/dtheta, dL/do_t, dL/dh_0..dL/dh_T (dL/dc_0..dL/dc_T). Stacked: h_0, h, dL_dh hold one list per layer.
            The chapters' cases start from h_0 = 0, as the course does; chapter 03's has targets between 0 and 1.
training    ten steps from the parameters above on all U sequences at once, each from the zero state: the loss and the
            gradient are means over the sequences. losses[i] is the loss before update i; final holds the parameters
            after ten updates. Updates:
              sgd       theta <- theta - lr g
              momentum  v <- mu v + g; theta <- theta - lr v                      (torch.optim.SGD)
              clip      g <- g / max(1, |g| / tau), |g| the global 2-norm, then sgd. norms[i] is |g| before clipping.
                        (torch.nn.utils.clip_grad_norm_ divides by |g| + 1e-6 instead: another function.)
              adam      m <- b1 m + (1 - b1) g; v <- b2 v + (1 - b2) g^2;
                        theta <- theta - lr m^ / (sqrt(v^) + eps), m^ = m / (1 - b1^i), v^ = v / (1 - b2^i), i from 1
                        (torch.optim.Adam)

From PyTorch's names to ours
----------------------------
torch.nn.RNN    weight_ih_l0 = W_hx, weight_hh_l0 = W_hh, bias_ih_l0 = b_h; bias_hh_l0 is held at 0: two trained biases
                would learn at twice the rate. Layer k of a stack is _lk there, [k + 1] here.
torch.nn.LSTM   gate order i, f, g, o: weight_ih_l0 = [W_i; W_f; W_c; W_o], weight_hh_l0 = [U_i; U_f; U_c; U_o],
                bias_ih_l0 = [b_i; b_f; b_c; b_o], bias_hh_l0 = 0.
torch.nn.GRU    is not used: h_t = (1 - z) n + z h_{t-1} swaps z (that alone W_z, U_z, b_z -> -W_z, -U_z, -b_z would undo),
                and n = tanh(W x + r * (U h_{t-1})) applies r after U, which no change of parameters undoes.
                The cell below is ours, written out by hand.
torch.nn.Linear weight = W_qh, bias = b_q.
Every cell is written out by hand below, because torch.nn.RNN and LSTM give no gradient with respect to h_t. Where
PyTorch has the cell, outputs and gradients of both are asserted to agree.
"""
import json
import pathlib
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
HERE = pathlib.Path(__file__).parent
DATA = HERE.parents[2] / "data"
HIDDEN = {"tanh": torch.tanh, "sigmoid": torch.sigmoid, "ReLU": torch.relu, "identity": lambda a: a}
OUTPUT = {"identity": lambda z: z, "sigmoid": torch.sigmoid, "softmax": lambda z: torch.softmax(z, -1)}
LOSS = {  # of z and y; summed over the outputs
    ("identity", "squared error"): lambda z, y: ((z - y) ** 2).sum(),
    ("sigmoid", "squared error"): lambda z, y: ((torch.sigmoid(z) - y) ** 2).sum(),
    ("softmax", "squared error"): lambda z, y: ((torch.softmax(z, -1) - y) ** 2).sum(),
    ("sigmoid", "binary cross-entropy"): lambda z, y: F.binary_cross_entropy_with_logits(z, y, reduction="sum"),
    ("softmax", "categorical cross-entropy"): lambda z, y: -(y * torch.log_softmax(z, -1)).sum(),
}


def rnn_step(p, x, state, phi):
    (h,) = state
    return (phi(p["W_hx"] @ x + p["W_hh"] @ h + p["b_h"]),)


def lstm_step(p, x, state, _):
    h, c = state
    gate = lambda g, phi: phi(p[f"W_{g}"] @ x + p[f"U_{g}"] @ h + p[f"b_{g}"])
    c = gate("f", torch.sigmoid) * c + gate("i", torch.sigmoid) * gate("c", torch.tanh)
    c = keep(c)
    return gate("o", torch.sigmoid) * torch.tanh(c), c


def gru_step(p, x, state, _):
    (h,) = state
    r = torch.sigmoid(p["W_r"] @ x + p["U_r"] @ h + p["b_r"])
    z = torch.sigmoid(p["W_z"] @ x + p["U_z"] @ h + p["b_z"])
    return ((1 - z) * h + z * torch.tanh(p["W"] @ x + p["U"] @ (r * h) + p["b"]),)


def stacked_step(p, x, state, phi):
    new = []
    for l, h in enumerate(state, start=1):
        x = keep(phi(p[f"W_hx[{l}]"] @ x + p[f"W_hh[{l}]"] @ h + p[f"b_h[{l}]"]))
        new.append(x)
    return tuple(new)


STEP = {"rnn": rnn_step, "lstm": lstm_step, "gru": gru_step, "stacked": stacked_step}


def keep(v):
    if v.requires_grad:
        v.retain_grad()
    return v


def forward(config, p, x, state):
    """-> states v_0..v_T (tuples), pre-activations z_1..z_T, outputs o_1..o_T"""
    states, z, o = [state], [], []
    for x_t in x:
        states.append(tuple(keep(v) for v in STEP[config["cell"]](p, x_t, states[-1], HIDDEN[config["φ_h"]])))
        top = states[-1][-1] if config["cell"] == "stacked" else states[-1][0]
        z.append(keep(p["W_qh"] @ top + p["b_q"]))
        o.append(OUTPUT[config["φ_o"]](z[-1]))
    return states, z, o


def loss(config, z, y):
    of = LOSS[config["φ_o"], config["loss"]]
    if config["steps"] == "last":
        return of(z[-1], y[0])
    return sum(of(z_t, y_t) for z_t, y_t in zip(z, y)) / len(z)


def dL_do(config, z, y):
    """The loss again, this time as a function of o itself."""
    o = torch.stack([OUTPUT[config["φ_o"]](z_t).detach() for z_t in z]).requires_grad_()
    of = {
        "squared error": lambda o, y: ((o - y) ** 2).sum(),
        "binary cross-entropy": lambda o, y: -(y * torch.log(o) + (1 - y) * torch.log(1 - o)).sum(),
        "categorical cross-entropy": lambda o, y: -(y * torch.log(o)).sum(),
    }[config["loss"]]
    L = of(o[-1], y[0]) if config["steps"] == "last" else sum(of(o_t, y_t) for o_t, y_t in zip(o, y)) / len(o)
    L.backward()
    return o.grad


def shapes(cell, n_x, n_h, n_q):
    layer = lambda W, U, b, n_x, n_h: {W: (n_h, n_x), U: (n_h, n_h), b: (n_h,)}
    if cell == "rnn":
        hidden = layer("W_hx", "W_hh", "b_h", n_x, n_h)
    elif cell == "stacked":
        hidden, below = {}, n_x
        for l, n in enumerate(n_h, start=1):
            hidden |= layer(f"W_hx[{l}]", f"W_hh[{l}]", f"b_h[{l}]", below, n)
            below = n
        n_h = below
    elif cell == "lstm":
        hidden = {k: v for g in "fioc" for k, v in layer(f"W_{g}", f"U_{g}", f"b_{g}", n_x, n_h).items()}
    else:
        hidden = {k: v for g in ("_r", "_z", "") for k, v in layer(f"W{g}", f"U{g}", f"b{g}", n_x, n_h).items()}
    return hidden | {"W_qh": (n_q, n_h), "b_q": (n_q,)}


def random(*shape):
    return torch.round(torch.randn(*shape) * 500) / 1000  # three decimals: short files, and the same numbers everywhere


def target(config, n_q):
    if config["loss"] == "squared error":
        return random(n_q)
    if config["loss"] == "binary cross-entropy":
        return torch.randint(0, 2, (n_q,)).double()
    return F.one_hot(torch.randint(0, n_q, ()), n_q).double()


def zero_state(config, n_h):
    if config["cell"] == "stacked":
        return tuple(torch.zeros(n) for n in n_h)
    return tuple(torch.zeros(n_h) for _ in range(2 if config["cell"] == "lstm" else 1))


def check_against_torch(config, p, x, y, state, n_x, n_h):
    """PyTorch's own module must give the same outputs and gradients as the cell written by hand."""
    if config["cell"] == "gru" or config["φ_h"] not in ("tanh", "ReLU"):
        return
    if config["cell"] == "lstm":
        module, parts = torch.nn.LSTM(n_x, n_h), [("0", "_i"), ("0", "_f"), ("0", "_c"), ("0", "_o")]
        names = {"weight_ih_l0": [f"W{g}" for _, g in parts], "weight_hh_l0": [f"U{g}" for _, g in parts], "bias_ih_l0": [f"b{g}" for _, g in parts]}
        start = tuple(v.detach().reshape(1, 1, -1) for v in state)
    else:
        layers = len(n_h) if config["cell"] == "stacked" else 1
        if layers > 1 and len(set(n_h)) > 1:
            return  # torch.nn.RNN has one size for all layers
        size = n_h[0] if config["cell"] == "stacked" else n_h
        module = torch.nn.RNN(n_x, size, num_layers=layers, nonlinearity=config["φ_h"].lower())
        index = lambda l: f"[{l + 1}]" if config["cell"] == "stacked" else ""
        names = {}
        for l in range(layers):
            names |= {f"weight_ih_l{l}": [f"W_hx{index(l)}"], f"weight_hh_l{l}": [f"W_hh{index(l)}"], f"bias_ih_l{l}": [f"b_h{index(l)}"]}
        start = torch.stack([v.detach() for v in state]).reshape(layers, 1, -1)
    linear = torch.nn.Linear(*reversed(p["W_qh"].shape))
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            parameter.copy_(torch.cat([p[n] for n in names[name]]) if name in names else torch.zeros_like(parameter))
        linear.weight.copy_(p["W_qh"])
        linear.bias.copy_(p["b_q"])
    h, _ = module(torch.stack(list(x)).unsqueeze(1), start)
    z = linear(h.squeeze(1))
    loss(config, list(z), y).backward()
    for name, ours in names.items():
        assert torch.allclose(getattr(module, name).grad, torch.cat([p[n].grad for n in ours]), rtol=0, atol=1e-14), name
    assert torch.allclose(linear.weight.grad, p["W_qh"].grad, rtol=0, atol=1e-14)


def random_state(config, n_h):
    return tuple(random(v.numel()) for v in zero_state(config, n_h))


def gradient(config, p, sequence, n_x, n_h, start):
    leaves = {n: v.clone().requires_grad_() for n, v in p.items()}
    state = tuple(v.requires_grad_() for v in start)
    x, y = sequence["x"], sequence["y"]
    states, z, o = forward(config, leaves, x, state)
    L = loss(config, z, y)
    L.backward()
    check_against_torch(config, leaves, x, y, state, n_x, n_h)
    column = lambda i, of: [of(v[i]) for v in states]
    result = {"o": o, "L": L, "dL_do": dL_do(config, z, y), "dL_dθ": {n: v.grad for n, v in leaves.items()}}
    if config["cell"] == "stacked":
        layers = range(len(state))
        return {"h_0": list(state), "h": [column(l, lambda v: v)[1:] for l in layers], **result,
                "dL_dh": [column(l, lambda v: v.grad) for l in layers]}
    for i, name in enumerate("hc"[:len(state)]):
        result |= {f"{name}_0": state[i], name: column(i, lambda v: v)[1:], f"dL_d{name}": column(i, lambda v: v.grad)}
    return result


def training(config, p, sequences, n_h, update):
    leaves = {n: v.clone().requires_grad_() for n, v in p.items()}
    parameters = list(leaves.values())
    kind, lr = update["update"], update["lr"]
    optimizer = (torch.optim.Adam(parameters, lr=lr, betas=(update["b1"], update["b2"]), eps=update["eps"]) if kind == "adam"
                 else torch.optim.SGD(parameters, lr=lr, momentum=update.get("mu", 0)))
    losses, norms = [], []
    for _ in range(10):
        optimizer.zero_grad()
        L = sum(loss(config, forward(config, leaves, s["x"], zero_state(config, n_h))[1], s["y"]) for s in sequences) / len(sequences)
        L.backward()
        losses.append(L)
        norm = torch.sqrt(sum((v.grad ** 2).sum() for v in parameters))
        norms.append(norm)
        if kind == "clip":
            for v in parameters:
                v.grad /= max(1.0, norm.item() / update["tau"])
        optimizer.step()
    return update | {"losses": losses, "norms": norms, "final": leaves}


def plain(v):
    if isinstance(v, torch.Tensor):
        return v.tolist()
    if isinstance(v, dict):
        return {k: plain(w) for k, w in v.items()}
    if isinstance(v, (list, tuple)):
        return [plain(w) for w in v]
    return v


def dump(v, indent=1):
    """JSON with one line per vector."""
    if isinstance(v, dict):
        return "{\n" + ",\n".join(" " * indent + json.dumps(k, ensure_ascii=False) + ": " + dump(w, indent + 1) for k, w in v.items()) + "}"
    if isinstance(v, list) and v and isinstance(v[0], (list, dict)):
        return "[\n" + ",\n".join(" " * indent + dump(w, indent + 1) for w in v) + "]"
    return json.dumps(v, ensure_ascii=False)


SGD = {"update": "sgd", "lr": 0.1}
MOMENTUM = {"update": "momentum", "lr": 0.05, "mu": 0.9}
CLIP = {"update": "clip", "lr": 0.5, "tau": 0.5}
ADAM = {"update": "adam", "lr": 0.01, "b1": 0.9, "b2": 0.999, "eps": 1e-8}
ALL = [SGD, MOMENTUM, CLIP, ADAM]
CASES = [  # cell, φ_h, φ_o, loss, steps, (n_x, n_h, n_q), T, updates
    ("rnn", "tanh", "identity", "squared error", "mean", (3, 4, 2), 5, ALL),
    ("rnn", "tanh", "identity", "squared error", "last", (1, 5, 1), 7, ALL),
    ("rnn", "ReLU", "identity", "squared error", "mean", (2, 4, 3), 5, [SGD]),
    ("rnn", "sigmoid", "sigmoid", "binary cross-entropy", "mean", (2, 3, 2), 4, [SGD]),
    ("rnn", "identity", "softmax", "squared error", "mean", (2, 3, 3), 4, [SGD]),
    ("rnn", "tanh", "softmax", "categorical cross-entropy", "mean", (3, 4, 3), 5, ALL),
    ("rnn", "tanh", "sigmoid", "squared error", "last", (1, 1, 1), 1, [SGD]),
    ("stacked", "tanh", "identity", "squared error", "mean", (2, (4, 4, 4), 2), 5, ALL),
    ("stacked", "ReLU", "softmax", "categorical cross-entropy", "last", (2, (3, 5), 4), 4, [SGD]),
    ("lstm", "tanh", "identity", "squared error", "mean", (3, 4, 2), 5, ALL),
    ("lstm", "tanh", "softmax", "categorical cross-entropy", "last", (2, 3, 3), 6, ALL),
    ("gru", "tanh", "identity", "squared error", "mean", (3, 4, 2), 5, ALL),
    ("gru", "tanh", "sigmoid", "binary cross-entropy", "last", (2, 3, 2), 6, ALL),
]

for number, (cell, φ_h, φ_o, ℓ, steps, (n_x, n_h, n_q), T, updates) in enumerate(CASES, start=1):
    torch.manual_seed(number)
    config = {"cell": cell, "φ_h": φ_h, "φ_o": φ_o, "loss": ℓ, "steps": steps, "n_x": n_x, "n_h": n_h, "n_q": n_q, "T": T}
    p = {name: random(*shape) for name, shape in shapes(cell, n_x, n_h, n_q).items()}
    sequences = [{"x": [random(n_x) for _ in range(T)], "y": [target(config, n_q) for _ in range(1 if steps == "last" else T)]}
                 for _ in range(3)]
    golden = {
        "config": config, "parameters": p, "sequences": sequences,
        "gradient": gradient(config, p, sequences[0], n_x, n_h, random_state(config, n_h)),
        "training": [training(config, p, sequences, n_h, update) for update in updates],
    }
    name = f"{number:02}-{cell}-{φ_o}-{steps}.json".replace("identity", "linear")
    (HERE / name).write_text(dump(plain(golden)) + "\n", encoding="utf-8")
    print(name)

# Chapter 03's case. The seed was chosen by hand: no state is saturated, and no gradient so small that a wrong one would pass.
torch.manual_seed(8)
config = {"cell": "rnn", "φ_h": "tanh", "φ_o": "sigmoid", "loss": "squared error", "steps": "mean", "n_x": 3, "n_h": 4, "n_q": 2, "T": 5}
p = {name: random(*shape) for name, shape in shapes("rnn", 3, 4, 2).items()}
sequence = {"x": [random(3) for _ in range(5)], "y": [torch.randint(0, 11, (2,)) / 10 for _ in range(5)]}
chapter = {"config": config, "parameters": p, "sequences": [sequence],
           "gradient": gradient(config, p, sequence, 3, 4, zero_state(config, 4))}
(DATA / "gradients-pytorch.json").write_text(dump(plain(chapter)) + "\n", encoding="utf-8")
print("gradients-pytorch.json")

# Chapter 06's cases. torch.nn.GRU is run with the same numbers to show that it is another function.
for cell, seed in (("lstm", 6), ("gru", 7)):
    torch.manual_seed(seed)
    config = {"cell": cell, "φ_h": "tanh", "φ_o": "identity", "loss": "squared error", "steps": "mean", "n_x": 3, "n_h": 4, "n_q": 2, "T": 5}
    p = {name: random(*shape) for name, shape in shapes(cell, 3, 4, 2).items()}
    sequence = {"x": [random(3) for _ in range(5)], "y": [random(2) for _ in range(5)]}
    chapter = {"config": config, "parameters": p, "sequences": [sequence],
               "gradient": gradient(config, p, sequence, 3, 4, zero_state(config, 4))}
    if cell == "gru":
        module = torch.nn.GRU(3, 4)
        stacked = {"weight_ih_l0": ["W_r", "W_z", "W"], "weight_hh_l0": ["U_r", "U_z", "U"], "bias_ih_l0": ["b_r", "b_z", "b"]}
        with torch.no_grad():
            for name, parameter in module.named_parameters():
                parameter.copy_(torch.cat([p[n] for n in stacked[name]]) if name in stacked else torch.zeros_like(parameter))
        chapter["torch_nn_GRU"] = {"h": module(torch.stack(sequence["x"]).unsqueeze(1))[0].squeeze(1)}
    (DATA / f"gradients-pytorch-{cell}.json").write_text(dump(plain(chapter)) + "\n", encoding="utf-8")
    print(f"gradients-pytorch-{cell}.json")
