"""The real .NET Interactive as a Jupyter front end starts it, in a folder of its own: nothing of the user's is touched, nothing is left."""
import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

VERSION = "1.0.712001"
NAME = ".net-csharp"


class NotInstalled(Exception):
    """The package can't be had here."""


@contextlib.contextmanager
def installed(tool=None):
    """The path of the tool: the one given, else one that is installed for as long as the with-block runs; NotInstalled where that can't be."""
    if tool:
        yield pathlib.Path(tool).resolve()
        return
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["dotnet", "tool", "install", "Microsoft.dotnet-interactive", "--version", VERSION, "--tool-path", folder],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise NotInstalled((done.stderr or done.stdout).strip().splitlines()[-1])
        yield pathlib.Path(folder) / "dotnet-interactive"


@contextlib.contextmanager
def environment(tool):
    """The environment in which Jupyter finds the engine under the name that the notebooks ask for."""
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        spec = home / "kernels" / NAME / "kernel.json"
        for made in (spec.parent, home / "tmp"):
            made.mkdir(parents=True)
        spec.write_text(json.dumps({
            # Its own installer leaves out http-local-only, and the kernel then listens on every address of the machine.
            "argv": [str(tool), "jupyter", "--default-kernel", "csharp", "--http-local-only", "{connection_file}"],
            "display_name": "The real engine", "language": "C#",
            "env": {"HOME": folder, "TMPDIR": str(home / "tmp"), "DOTNET_NOLOGO": "1",
                    "DOTNET_CLI_TELEMETRY_OPTOUT": "1", "DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT": "1",
                    # What the course restored is at hand without a network.
                    "NUGET_PACKAGES": os.environ.get("NUGET_PACKAGES", str(pathlib.Path.home() / ".nuget" / "packages"))},
        }), encoding="utf-8")
        yield os.environ | {"JUPYTER_DATA_DIR": folder}
