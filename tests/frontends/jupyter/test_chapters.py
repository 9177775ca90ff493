"""The chapters as nbconvert runs them: the same outputs as committed."""
import pathlib
import subprocess
import tempfile
import unittest

from kernel import ROOT

CLI = ROOT / "lib" / "Unrolled.Cli" / "bin" / "Debug" / "net10.0" / "Unrolled.Cli.dll"


class Chapters(unittest.TestCase):
    def test_nbconvert_runs_every_chapter_and_the_outputs_are_those_committed(self):
        chapters = sorted((ROOT / "notebooks").glob("*.ipynb"))
        self.assertEqual(len(chapters), 6)
        executed = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for chapter in chapters:
            with self.subTest(chapter.stem):
                # Optional cells need packages that can't always be restored.
                self.run_command(
                    ["/usr/bin/jupyter-nbconvert", "--to", "notebook", "--execute", "--log-level", "WARN", "--ExecutePreprocessor.timeout=600",
                     "--KernelManager.shutdown_wait_time=600", "--ExecutePreprocessor.skip_cells_with_tag=optional", "--output-dir", str(executed), str(chapter)])
                self.run_command(["dotnet", str(CLI), "check", chapter.stem, "--against", str(executed)])

    def run_command(self, command):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    unittest.main()
