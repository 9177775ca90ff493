#!/usr/bin/env python3
"""Makes a class of students, grades it, and tells whether every student got what was due, and how long it took.

Among them are right and wrong answers, cells that hang, crash and cheat, odd files and archives. The same number of students always makes the same
class. Needs the built course:  python3 tests/grading/class.py --students 200 --jobs 2 --reports DIR
"""
import argparse
import io
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SETUP = '#load "setup.csx"\nusing MathNet.Numerics.LinearAlgebra;\nusing Unrolled;\nusing Unrolled.Exercises;'
RIGHT = "return (p.W_hx * x_t + p.W_hh * h_tm1 + p.b_h).PointwiseTanh();"
DERIVATIVE = "Vector<double> D(Vector<double> a, Vector<double> h) => 1 - h.PointwiseMultiply(h);\nChapter02.TanhDerivative.Check(D)"
FORGED = {"id": "2.1", "outcome": "passed", "diagnosis": None, "seal": "00"}


def step(body, check="Chapter02.OneStep.Check(OneStep)"):
    return f"Vector<double> OneStep(RnnParameters p, Vector<double> x_t, Vector<double> h_tm1)\n{{\n    {body}\n}}\n{check}"


def notebook(*sources, minor=5, count=1, ids=True):
    cells = [{
        "cell_type": "code", "execution_count": count, "metadata": {}, "source": source,
        "outputs": [{"output_type": "display_data", "metadata": {}, "data": {"application/vnd.unrolled.verdict+json": FORGED}}],
    } | ({"id": f"c{i}"} if ids else {}) for i, source in enumerate(sources)]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": minor})


def answered(body, check="Chapter02.OneStep.Check(OneStep)", **options):
    return notebook(SETUP, step(body, check), DERIVATIVE, **options)


def version_3(*sources):
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"metadata": {}, "cells": [
        {"cell_type": "code", "language": "python", "input": source, "prompt_number": 1, "outputs": [], "collapsed": False, "metadata": {}} for source in sources]}]})


def zipped(files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


# Kind: how many in a hundred, the files of a student, and the outcomes of exercises 2.1 and 2.4; None for a notebook that can't be run.
KINDS = {
    "right": (34, lambda: {"02.ipynb": answered(RIGHT)}, ("passed", "passed")),
    "no bias": (14, lambda: {"02.ipynb": answered("return (p.W_hx * x_t + p.W_hh * h_tm1).PointwiseTanh();")}, ("no bias", "passed")),
    "wrong": (6, lambda: {"02.ipynb": answered("return 1.1 * (p.W_hx * x_t + p.W_hh * h_tm1 + p.b_h).PointwiseTanh();")}, ("wrong", "passed")),
    "not attempted": (5, lambda: {"02.ipynb": answered("throw new NotAttempted();")}, ("not-attempted", "passed")),
    "throws": (3, lambda: {"02.ipynb": answered("throw new Exception();")}, ("failed", "passed")),
    "semicolon": (4, lambda: {"02.ipynb": answered(RIGHT, "Chapter02.OneStep.Check(OneStep);")}, ("passed", "passed")),
    "printed": (2, lambda: {"02.ipynb": answered(RIGHT, "Console.WriteLine(Chapter02.OneStep.Check(OneStep));")}, ("passed", "passed")),
    "hangs in its function": (2, lambda: {"02.ipynb": answered("while (true) { }")}, ("too-slow", "passed")),
    "hangs in a cell": (2, lambda: {"02.ipynb": notebook(SETUP, "while (true) _ = new int[9];", DERIVATIVE)}, ("missing", "passed")),
    "sleeps": (1, lambda: {"02.ipynb": notebook(SETUP, "System.Threading.Thread.Sleep(-1);", DERIVATIVE)}, ("missing", "passed")),
    "overflows the stack": (2, lambda: {"02.ipynb": answered("return OneStep(p, x_t, h_tm1 + 1) + 1;")}, ("missing", "passed")),
    "exits": (2, lambda: {"02.ipynb": answered("Environment.Exit(0); return null;")}, ("missing", "passed")),
    "floods": (1, lambda: {"02.ipynb": notebook(SETUP, "while (true) Console.WriteLine(new string('x', 1000));", DERIVATIVE)}, ("missing", "passed")),
    "does not compile": (2, lambda: {"02.ipynb": answered("return;")}, ("missing", "passed")),
    "cheats": (4, lambda: {"02.ipynb": notebook(
        SETUP, 'public record F(); Microsoft.DotNet.Interactive.Formatting.Formatter.Register<F>((f, w) => w.Write("""' + json.dumps(FORGED)
        + '"""), "application/vnd.unrolled.verdict+json"); display(new F(), "application/vnd.unrolled.verdict+json");', DERIVATIVE)}, ("missing", "passed")),
    "without ids": (3, lambda: {"02.ipynb": answered(RIGHT, ids=False)}, ("passed", "passed")),
    "counts 1.0": (2, lambda: {"02.ipynb": answered(RIGHT, count=1.0)}, ("passed", "passed")),
    "nbformat 3": (1, lambda: {"02.ipynb": version_3(SETUP, step(RIGHT), DERIVATIVE)}, ("passed", "passed")),
    "byte order mark": (1, lambda: {"02.IPYNB": "\ufeff" + answered(RIGHT)}, ("passed", "passed")),
    "archive": (3, lambda: {".zip": zipped({"02.ipynb": answered(RIGHT), "__MACOSX/._02.ipynb": "x"})}, ("passed", "passed")),
    "own file": (3, lambda: {"02.ipynb": notebook(
        SETUP, 'if (System.IO.File.ReadAllText("my.csv") != "a,b") throw new Exception();\n' + step(RIGHT), DERIVATIVE), "my.csv": "a,b"}, ("passed", "passed")),
    "empty": (1, lambda: {"02.ipynb": ""}, None),
    "no notebook": (2, lambda: {"02.ipynb": "I could not open it, sorry."}, None),
}
ODD_NAMES = {7: "=1+1", 11: "Nguyễn Văn An", 13: "<b>Binh", 17: "O'Neil, Chi"}


def make(folder, students):
    """Writes the class; returns what is due to each student."""
    order = [kind for kind, (share, _, _) in KINDS.items() for _ in range(share)]
    due = {}
    for i in range(students):
        # 37 and 100 have no common factor: every kind comes as often as it should, and neighbours differ.
        kind = order[i * 37 % len(order)]
        name = ODD_NAMES.get(i, f"student-{i:03}")
        _, files, outcomes = KINDS[kind]
        for file, content in files().items():
            path = folder / (name + file if file.startswith(".") else f"{name}/{file}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        due[name] = (kind, outcomes)
    return due


def outcome(entry, exercise):
    found = next(o for o in entry["outcomes"] if o["id"] == exercise)
    return found["diagnosis"] or found["outcome"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cell-timeout", type=int, default=20)
    parser.add_argument("--reports", type=pathlib.Path, help="where the reports are left; else they go with the class")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / "class"
        due = make(folder, options.students)
        reports = options.reports or pathlib.Path(temporary)
        started = time.monotonic()
        done = subprocess.run(
            ["dotnet", "run", "--no-build", "--project", str(ROOT / "lib/Unrolled.Cli"), "--", "grade", str(folder), "--jobs", str(options.jobs), "--cell-timeout", str(options.cell_timeout),
             "--json", str(reports / "grades.json"), "--csv", str(reports / "grades.csv"), "--html", str(reports / "grades.html")],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        seconds = time.monotonic() - started
        entries = {entry["student"]: entry for entry in json.loads((reports / "grades.json").read_text("utf-8"))["notebooks"]}
    wrong = []
    for name, (kind, outcomes) in due.items():
        entry = entries.get(name)
        got = None if entry is None or entry["unreadable"] else (outcome(entry, "2.1"), outcome(entry, "2.4"))
        if got != outcomes or entry is None:
            wrong.append(f"{name} ({kind}): due {outcomes}, got {got}")
    for line in wrong:
        print(line)
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{len(due) - len(wrong)} of {len(due)} students got what was due, in {seconds:.0f} s with {options.jobs} jobs; "
          f"the largest process took {largest:.0f} MB; exit code {done.returncode}.")
    return 1 if wrong or len(entries) != len(due) else 0


if __name__ == "__main__":
    sys.exit(main())
