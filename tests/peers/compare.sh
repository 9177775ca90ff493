#!/usr/bin/env bash
# Our fast path beside NumPy and PyTorch on the same work, measured in turn; fails if a ratio falls short.
# ROUNDS=3 tests/peers/compare.sh      (needs Debian's python3-numpy python3-torch libopenblas0-pthread; about two minutes)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

python=
for candidate in python3 /usr/bin/python3; do
    if command -v "$candidate" > /dev/null && "$candidate" -c 'import numpy, torch' 2> /dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "No python3 here can import numpy and torch. On Debian: apt-get install python3-numpy python3-torch libopenblas0-pthread" >&2
    exit 2
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
benchmarks=$here/../Unrolled.Benchmarks
dotnet build -c Release --nologo -v q "$benchmarks/Unrolled.Benchmarks.csproj"
ours() { dotnet "$benchmarks/bin/Release/net10.0/Unrolled.Benchmarks.dll" peers "$@"; }

for round in $(seq "${ROUNDS:-3}"); do
    echo "round $round" >&2
    ours > "$results/ours.$round"
    "$python" "$here/torch_peer.py" > "$results/torch.$round"
    "$python" "$here/numpy_peer.py" > "$results/numpy.$round"
    ours peak >> "$results/ours.$round"
    ours length >> "$results/ours.$round"
done
"$python" "$here/ratios.py" "$results"
