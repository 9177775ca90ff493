"""A kernel as a Jupyter front end starts it, through jupyter_client and libzmq."""
import os
import pathlib
import time

from jupyter_client.manager import KernelManager

ROOT = pathlib.Path(__file__).resolve().parents[3]
NAME = ".net-csharp"
# Nothing is expected to be quick: what hangs fails its test, instead of holding up all others.
PATIENCE = 600
# What tests run is nobody's progress.
os.environ["UNROLLED_PROGRESS"] = "off"


class Kernel:
    """A running kernel and one client; ends with its with-block."""

    def __init__(self, folder=None, name=NAME):
        self.manager = KernelManager(kernel_name=name, shutdown_wait_time=PATIENCE)
        started = time.perf_counter()
        self.manager.start_kernel(cwd=str(folder or ROOT / "notebooks"))
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)
        self.seconds_to_ready = time.perf_counter() - started

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        # Not now=True: a kernel that is killed can't clear up.
        if self.manager.has_kernel:
            self.manager.shutdown_kernel()

    @property
    def pid(self):
        return self.manager.provisioner.process.pid

    def run(self, code, client=None, **options):
        """Runs a cell; returns the content of the reply and what was published: a list of (type, content)."""
        published = []
        reply = (client or self.client).execute_interactive(
            code, output_hook=lambda m: published.append((m["msg_type"], m["content"])), timeout=PATIENCE, **options)
        return reply["content"], published

    def value(self, code):
        """The plain text of a cell's value."""
        reply, published = self.run(code)
        if reply["status"] != "ok":
            raise AssertionError(f"{code}: {reply}")
        return next(content["data"]["text/plain"] for kind, content in published if kind == "execute_result")

    def reply_to(self, request):
        """The reply on the shell channel to a request's id."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            message = self.client.get_shell_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == request:
                return message
        raise AssertionError("No reply came.")

    def start(self, code, client=None):
        """Starts a cell and waits until it prints; returns the request's id."""
        client = client or self.client
        request = client.execute(code)
        while True:
            message = client.get_iopub_msg(timeout=PATIENCE)
            if message["msg_type"] == "stream" and message["parent_header"].get("msg_id") == request:
                return request

    def resident_megabytes(self):
        """Resident memory of the process (Linux)."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


def wait_until(condition, what):
    """Waits until something has happened."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"In vain waited for: {what}.")
        time.sleep(0.05)


def is_running(pid):
    """Whether a process is alive; one that ended but was not waited for is not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
