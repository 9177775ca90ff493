"""What a client of the kernel sees, message by message."""
import pathlib
import tempfile
import unittest

from jupyter_client.manager import KernelManager

from kernel import NAME, PATIENCE, Kernel, is_running, wait_until


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = cls.enterClassContext(Kernel())

    def run_cell(self, code, **options):
        return self.kernel.run(code, **options)

    def test_the_kernel_says_who_it_is(self):
        info = self.kernel.client.kernel_info(reply=True, timeout=PATIENCE)["content"]
        self.assertEqual((info["status"], info["protocol_version"], info["implementation"]), ("ok", "5.3", "unrolled"))
        self.assertEqual((info["language_info"]["name"], info["language_info"]["file_extension"]), ("C#", ".cs"))

    def test_a_cell_shows_its_outputs_in_order_between_busy_and_idle(self):
        reply, published = self.run_cell('Console.Write("one"); display("two"); Console.Error.Write("three"); 2 + 2')
        self.assertEqual(reply["status"], "ok")
        self.assertEqual([kind for kind, _ in published],
                         ["status", "execute_input", "stream", "display_data", "stream", "execute_result", "status"])
        self.assertEqual([published[2][1]["text"], published[4][1]["text"]], ["one", "three"])
        self.assertEqual(published[5][1]["data"]["text/plain"], "4")
        self.assertEqual(published[5][1]["execution_count"], reply["execution_count"])

    def test_counts_grow_by_one_and_a_silent_cell_has_none(self):
        first = self.run_cell("1")[0]["execution_count"]
        silent, published = self.run_cell("var quiet = 5; Console.Write(1); quiet", silent=True)
        self.assertEqual((silent["status"], [kind for kind, _ in published]), ("ok", ["status", "status"]))
        self.assertEqual(self.run_cell("quiet", store_history=False)[0]["execution_count"], first)
        self.assertEqual(self.run_cell("quiet")[0]["execution_count"], first + 1)

    def test_a_displayed_value_is_replaced_from_a_later_cell(self):
        _, first = self.run_cell('var shown = display("before");')
        _, second = self.run_cell('shown.Update("after");')
        displayed = next(content for kind, content in first if kind == "display_data")
        updated = next(content for kind, content in second if kind == "update_display_data")
        self.assertEqual(displayed["transient"], updated["transient"])
        self.assertEqual(updated["data"]["text/plain"], "after")

    def test_json_types_come_as_json(self):
        self.run_cell('#load "setup.csx"\nusing Unrolled.Figures;')
        _, published = self.run_cell('Figure.Of("Two points").Named("tests.line").Line("a", [1.0, 2.0])')
        kinds = [kind for kind, _ in published]
        self.assertIn("execute_result", kinds, published)
        data = published[kinds.index("execute_result")][1]["data"]
        self.assertIsInstance(data["application/vnd.plotly.v1+json"], dict)
        self.assertTrue(data["image/svg+xml"].startswith("<svg"))

    def test_an_exception_is_an_error_with_its_line(self):
        reply, published = self.run_cell('var x = 1;\nthrow new InvalidOperationException("told");')
        self.assertEqual((reply["status"], reply["ename"], reply["evalue"]), ("error", "InvalidOperationException", "told"))
        error = next(content for kind, content in published if kind == "error")
        self.assertIn("line 2", "\n".join(error["traceback"]))

    def test_a_failed_cell_stops_those_behind_it_unless_told_otherwise(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for stop, expected in ((True, "aborted"), (False, "ok")):
            go = folder / expected
            failing = self.kernel.client.execute(
                f'while (!System.IO.File.Exists(@"{go}")) System.Threading.Thread.Sleep(10); throw new Exception("x");', stop_on_error=stop)
            behind = self.kernel.client.execute("1")
            go.touch()
            self.assertEqual(self.kernel.reply_to(failing)["content"]["status"], "error")
            self.assertEqual(self.kernel.reply_to(behind)["content"]["status"], expected)

    def test_completion_counts_code_points(self):
        code = 'var s = "🙂🙂"; Console.Wri'
        found = self.kernel.client.complete(code, len(code), reply=True, timeout=PATIENCE)["content"]
        self.assertEqual(found["matches"], ["Write", "WriteLine"])
        self.assertEqual(code[found["cursor_start"]:found["cursor_end"]], "Wri")

    def test_variables_of_earlier_cells_complete(self):
        self.run_cell("var rememberedLength = 3;")
        found = self.kernel.client.complete("rememberedL", reply=True, timeout=PATIENCE)["content"]
        self.assertEqual(found["matches"], ["rememberedLength"])

    def test_inspection_tells_signature_and_documentation(self):
        found = self.kernel.client.inspect("Math.Sqrt(", reply=True, timeout=PATIENCE)["content"]
        self.assertTrue(found["found"])
        self.assertIn("double Math.Sqrt(double", found["data"]["text/plain"])
        missing = self.kernel.client.inspect("nothingOfThatName", reply=True, timeout=PATIENCE)["content"]
        self.assertFalse(missing["found"])

    def test_a_cell_is_known_to_be_complete_or_not(self):
        for code, status in (("1 + 1", "complete"), ("if (true) {", "incomplete"), ("var = = 3;", "invalid")):
            request = self.kernel.client.is_complete(code)
            self.assertEqual(self.kernel.reply_to(request)["content"]["status"], status, code)

    def test_history_holds_the_cells_that_ran(self):
        self.run_cell("var written = 1;")
        history = self.kernel.client.history(hist_access_type="tail", n=1, reply=True, timeout=PATIENCE)["content"]["history"]
        self.assertEqual(history[0][2], "var written = 1;")

    def test_an_endless_cell_is_interrupted_and_variables_are_kept(self):
        self.run_cell("var kept = 11;")
        for code in ("while (true) { }", "System.Threading.Thread.Sleep(-1);", "await Task.Delay(-1);"):
            request = self.kernel.start(f'Console.WriteLine("running"); {code}')
            self.kernel.manager.interrupt_kernel()
            self.assertEqual(self.kernel.reply_to(request)["content"]["ename"], "Interrupted", code)
        self.assertEqual(self.kernel.value("kept"), "11")

    def test_a_cell_that_floods_its_output_is_interrupted(self):
        # From here on nobody reads it until the cell has ended.
        request = self.kernel.start("while (true) Console.WriteLine(new string('f', 1000));")
        self.kernel.manager.interrupt_kernel()
        self.assertEqual(self.kernel.reply_to(request)["content"]["ename"], "Interrupted")
        self.assertEqual(self.kernel.value("6 * 7"), "42")


class Lives(unittest.TestCase):
    def test_a_restart_forgets_and_a_shutdown_ends(self):
        with tempfile.TemporaryDirectory() as folder, Kernel(folder) as kernel:
            kernel.run("var gone = 1;")
            first = kernel.pid
            kernel.manager.restart_kernel()
            kernel.client.wait_for_ready(timeout=PATIENCE)
            self.assertNotEqual(kernel.pid, first)
            self.assertFalse(is_running(first))
            self.assertEqual(kernel.run("gone")[0]["ename"], "CompilationError")
            kernel.manager.shutdown_kernel()
            self.assertFalse(kernel.manager.has_kernel)

    def test_a_stack_overflow_ends_the_kernel_and_a_new_one_can_be_started(self):
        with tempfile.TemporaryDirectory() as folder:
            manager = KernelManager(kernel_name=NAME, shutdown_wait_time=PATIENCE)
            manager.start_kernel(cwd=folder)
            client = manager.client()
            client.start_channels()
            client.wait_for_ready(timeout=PATIENCE)
            client.execute("int F(int n) => F(n + 1) + 1; F(0)")
            wait_until(lambda: not manager.is_alive(), "the end of the kernel")
            manager.restart_kernel(now=True)
            client.wait_for_ready(timeout=PATIENCE)
            self.assertTrue(manager.is_alive())
            client.stop_channels()
            manager.shutdown_kernel()


if __name__ == "__main__":
    unittest.main()
