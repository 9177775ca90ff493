"""Runs the tests of this folder; writes how many passed and failed where .ci/run counts them. Usage: run_tests.py REPORT"""
import pathlib
import sys
import time
import unittest


class Report(unittest.TextTestResult):
    """Names each test as it ends, with its time; counts those that passed."""

    passed = 0

    def startTest(self, test):
        self.started = time.monotonic()
        super().startTest(test)

    def addSuccess(self, test):
        self.passed += 1
        self.stream.writeln(f"✔ {self.name(test)} ({time.monotonic() - self.started:.1f} s)")
        unittest.TestResult.addSuccess(self, test)

    def addFailure(self, test, err):
        self.stream.writeln(f"✖ {self.name(test)}")
        unittest.TestResult.addFailure(self, test, err)

    def addError(self, test, err):
        self.stream.writeln(f"✖ {self.name(test)}")
        unittest.TestResult.addError(self, test, err)

    @staticmethod
    def name(test):
        return test.id().rsplit(".", 1)[-1].removeprefix("test_").replace("_", " ")


def main():
    folder = pathlib.Path(__file__).resolve().parent
    sys.path.insert(0, str(folder))
    suite = unittest.defaultTestLoader.discover(str(folder))
    result = unittest.TextTestRunner(stream=sys.stdout, resultclass=Report, verbosity=0).run(suite)
    failed = len(result.failures) + len(result.errors)
    pathlib.Path(sys.argv[1]).write_text(f"# pass {result.passed}\n# fail {failed}\n", encoding="ascii")
    return 0 if failed == 0 and result.passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
