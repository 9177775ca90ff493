"""Runs the corpus and every notebook of the course in the real engine and compares with what is committed.

prove.py REPORT [--tool PATH]

REPORT        where the numbers of what passed, failed and was skipped go
--tool PATH   the dotnet-interactive to use; without it, the version in engine.py is installed for as long as this runs
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import engine
import record

ROOT = record.FOLDER.parents[1]
CLI = ROOT / "lib" / "Unrolled.Cli" / "bin" / "Debug" / "net10.0" / "Unrolled.Cli.dll"
GROUPS = sorted(record.FOLDER.glob("*.ipynb"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb")) + sorted((ROOT / "notebooks" / "solutions").glob("*.ipynb"))


def notebook_differences(notebook):
    """Runs a notebook through nbconvert; what is wrong with it, or nothing."""
    with tempfile.TemporaryDirectory() as executed:
        # Optional cells need packages that can't always be restored; nobody's progress is changed.
        done = subprocess.run(
            ["/usr/bin/jupyter-nbconvert", "--to", "notebook", "--execute", "--log-level", "WARN", "--ExecutePreprocessor.timeout=300",
             "--ExecutePreprocessor.skip_cells_with_tag=optional", "--output-dir", executed, str(notebook)],
            env=os.environ | {"UNROLLED_PROGRESS": "off"}, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            done = subprocess.run(["dotnet", str(CLI), "check", str(notebook), "--against", executed], cwd=ROOT, capture_output=True, text=True, check=False)
        return [] if done.returncode == 0 else [done.stdout + done.stderr]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("report")
    options.add_argument("--tool")
    chosen = options.parse_args()
    tests = [("recording of", path, record.differences) for path in GROUPS] + [("engine's outputs of", path, notebook_differences) for path in NOTEBOOKS]
    passed = failed = skipped = 0
    try:
        with engine.installed(chosen.tool) as tool, engine.environment(tool) as environment:
            os.environ.update(environment)
            for what, path, differences in tests:
                started = time.monotonic()
                told = differences(path)
                passed, failed = passed + (not told), failed + bool(told)
                print(f"{'✖' if told else '✔'} {what} {path.relative_to(ROOT)} ({time.monotonic() - started:.0f} s)", *told, sep="\n  ", flush=True)
    except engine.NotInstalled as reason:
        skipped = len(tests)
        print(f"The real engine can't be installed here, so the committed recordings serve: {reason}")
    pathlib.Path(chosen.report).write_text(f"# pass {passed}\n# fail {failed}\n# skipped {skipped}\n", encoding="ascii")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
