"""Runs the corpus in the real engine, .NET Interactive, and writes down what it gives: the outputs of the notebooks in this folder.

record.py [--tool PATH] [GROUP ...]

--tool PATH   the dotnet-interactive to use; without it, the version in engine.py is installed for as long as this runs
GROUP         the notebooks to record, as in "state values"; without any, all
"""
import argparse
import contextlib
import json
import os
import pathlib
import subprocess
import time

from jupyter_client.manager import KernelManager

import engine
from normal import normal, normal_error

FOLDER = pathlib.Path(__file__).resolve().parent
PATIENCE = 60
# How long a cell is waited for whose tag says that it hangs.
SHORT = 5


class Kernel:
    """A running engine. What a cell publishes after its end still belongs to it, so outputs are kept by the message they answer."""

    def __init__(self):
        self.cells, self.displays = {}, {}
        self.manager = KernelManager(kernel_name=engine.NAME)
        self.manager.start_kernel(cwd=str(FOLDER), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)
        # The first cell of a session also brings the engine's script for browsers.
        self.run("0", [])

    def close(self):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)

    def run(self, source, tags):
        """Runs one cell; returns its outputs, a list that may grow while later cells run, and whether the kernel lives."""
        request = self.client.execute(source, allow_stdin=False, stop_on_error=False)
        outputs = self.cells[request] = []
        deadline = time.monotonic() + (SHORT if "hangs" in tags else PATIENCE)
        interrupt, interrupt_at = "interrupt" in tags, None
        while True:
            now = time.monotonic()
            if now > deadline:
                outputs.append(error("Hangs", "The cell does not end."))
                return outputs, False
            if interrupt_at and now > interrupt_at:
                self.manager.interrupt_kernel()
                interrupt_at = None
            message = self.next_message()
            if message is None:
                if self.manager.is_alive():
                    continue
                outputs.append(self.death())
                return outputs, False
            kind, content, parent = message["msg_type"], message["content"], message["parent_header"].get("msg_id")
            if kind == "status" and content["execution_state"] == "idle" and parent == request:
                if "interrupt" in tags and self.ends():
                    outputs.append(self.death())
                    return outputs, False
                return outputs, True
            self.keep(kind, content, self.cells.get(parent, outputs))
            if interrupt and kind == "stream" and "started" in content["text"]:
                interrupt, interrupt_at = False, time.monotonic() + 0.5

    def ends(self):
        """Whether the process ends by itself, soon."""
        deadline = time.monotonic() + SHORT
        while self.manager.is_alive() and time.monotonic() < deadline:
            time.sleep(0.1)
        return not self.manager.is_alive()

    def death(self):
        return error("KernelDied", f"The process ended with exit code {self.manager.provisioner.process.poll()}.")

    def next_message(self):
        with contextlib.suppress(Exception):
            return self.client.get_iopub_msg(timeout=0.1)
        return None

    def keep(self, kind, content, outputs):
        if kind == "stream":
            if outputs and outputs[-1]["output_type"] == "stream" and outputs[-1]["name"] == content["name"]:
                outputs[-1]["text"] += content["text"]
            else:
                outputs.append({"output_type": "stream", "name": content["name"], "text": content["text"]})
        elif kind == "error":
            outputs.append(error(content["ename"], normal_error(content["evalue"])))
        elif kind in ("display_data", "execute_result"):
            output = {"output_type": kind, "data": content["data"], "metadata": {}}
            if kind == "execute_result":
                output["execution_count"] = None
            outputs.append(output)
            self.displays.setdefault(content.get("transient", {}).get("display_id"), []).append(output)
        elif kind == "update_display_data":
            # As Jupyter's own clients do: an update of what was never displayed is passed over.
            for output in self.displays.get(content.get("transient", {}).get("display_id"), []):
                output["data"] = content["data"]


def error(name, value):
    return {"output_type": "error", "ename": name, "evalue": value, "traceback": []}


def recorded(path):
    """The notebook with the outputs that the engine gives."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    kernel = None
    try:
        for cell in code(notebook):
            kernel = kernel or Kernel()
            cell["outputs"], alive = kernel.run("".join(cell["source"]), cell["metadata"].get("tags", []))
            if not alive:
                kernel.close()
                kernel = None
    finally:
        if kernel:
            kernel.close()
    for cell in code(notebook):
        cell["outputs"] = [normal(output, FOLDER) for output in cell["outputs"]]
    return notebook


def differences(path, notebook=None):
    """The cells whose recording is not what the engine gives."""
    given = {cell["id"]: cell["outputs"] for cell in code(notebook or recorded(path))}
    committed = code(json.loads(path.read_text(encoding="utf-8")))
    return [f"{cell['id']}: {parting(cell['outputs'], given[cell['id']])}" for cell in committed if cell["outputs"] != given[cell["id"]]]


def code(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def parting(recorded, given):
    """Both outputs from a little before where they part."""
    texts = [json.dumps(outputs, ensure_ascii=False, sort_keys=True) for outputs in (recorded, given)]
    at = max(0, len(os.path.commonprefix(texts)) - 80)
    return "\n  recorded:   …{}\n  the engine: …{}".format(*(text[at:at + 400] for text in texts))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tool")
    options.add_argument("groups", nargs="*")
    chosen = options.parse_args()
    with engine.installed(chosen.tool) as tool, engine.environment(tool) as environment:
        os.environ.update(environment)
        for path in [FOLDER / f"{group}.ipynb" for group in chosen.groups] or sorted(FOLDER.glob("*.ipynb")):
            notebook = recorded(path)
            changed = len(differences(path, notebook))
            path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
            print(f"{path.stem}: {len(code(notebook))} cells, {changed} changed", flush=True)


if __name__ == "__main__":
    main()
