"""Clients that are many, rude, or suddenly gone."""
import json
import os
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
import unittest.mock

import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.session import Session

from kernel import PATIENCE, Kernel, is_running, wait_until

MEGABYTE = 1_000_000


class Clients(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.kernel = self.enterContext(Kernel(self.folder))

    def second_client(self, session=None):
        client = BlockingKernelClient(connection_file=self.kernel.manager.connection_file)
        client.load_connection_file()
        if session is not None:
            client.session.session = session
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
        self.addCleanup(client.stop_channels)
        return client

    def assert_alive(self):
        self.assertEqual(self.kernel.value("20 + 22"), "42")

    def test_a_second_client_shares_the_session_and_each_gets_its_own_replies(self):
        second = self.second_client()
        self.kernel.run("var shared = 5;")
        reply, published = self.kernel.run("shared", client=second)
        self.assertEqual((reply["status"], published[2][1]["data"]["text/plain"]), ("ok", "5"))

    def test_two_clients_with_one_session_id_both_get_their_replies(self):
        second = self.second_client(session=self.kernel.client.session.session)
        for client in (second, self.kernel.client, second):
            self.assertEqual(self.kernel.run("1", client=client)[0]["status"], "ok")

    def test_a_message_with_a_wrong_signature_is_dropped(self):
        proof = self.folder / "executed"
        content = {"code": f'System.IO.File.WriteAllText(@"{proof}", "");', "silent": False, "store_history": True,
                   "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        for key in (b"another key", b""):
            stranger = Session(key=key)
            with self.raw_socket(zmq.DEALER, "shell_port") as shell, self.raw_socket(zmq.DEALER, "control_port") as control:
                stranger.send(shell, "execute_request", content)
                stranger.send(control, "shutdown_request", {"restart": False})
                self.assertEqual(shell.poll(500), 0)
        self.assert_alive()
        self.assertFalse(proof.exists())

    def test_noise_on_every_port_is_survived(self):
        source = random.Random(7)
        ports = json.loads(pathlib.Path(self.kernel.manager.connection_file).read_text(encoding="utf-8"))
        silent = []
        for number in range(300):
            port = ports[source.choice(["shell_port", "control_port", "iopub_port", "stdin_port", "hb_port"])]
            connection = socket.create_connection((ports["ip"], port))
            if number % 10 == 0:
                silent.append(connection)
                continue
            greeting = b"\xff" + bytes(8) + b"\x7f\x03\x00NULL" + bytes(48) if number % 2 else b""
            try:
                connection.sendall(greeting + source.randbytes(source.randrange(1, 200)))
            except OSError:
                pass
            connection.close()
        self.assert_alive()
        for connection in silent:
            connection.close()

    def test_a_client_that_vanishes_leaves_the_cell_running_and_the_kernel_well(self):
        proof = self.folder / "finished"
        second = self.second_client()
        self.kernel.start(
            f'for (var i = 0; i < 20; i++) {{ Console.WriteLine(new string(\'x\', 100_000)); System.Threading.Thread.Sleep(20); }} '
            f'System.IO.File.WriteAllText(@"{proof}", "");', client=second)
        second.stop_channels()
        wait_until(proof.exists, "the end of the cell")
        self.assert_alive()

    def test_a_client_that_is_killed_leaves_the_kernel_well(self):
        script = ("import sys\nfrom jupyter_client.blocking import BlockingKernelClient\n"
                  "c = BlockingKernelClient(connection_file=sys.argv[1]); c.load_connection_file(); c.start_channels(); c.wait_for_ready(timeout=600)\n"
                  "c.execute('for (var i = 0; i < 200; i++) Console.WriteLine(new string((char)120, 100_000));')\n"
                  "print('sent', flush=True)\nwhile True: c.get_iopub_msg()\n")
        with subprocess.Popen([sys.executable, "-c", script, self.kernel.manager.connection_file], stdout=subprocess.PIPE) as client:
            client.stdout.readline()
            client.send_signal(signal.SIGKILL)
        self.assert_alive()

    def test_a_cell_that_holds_every_thread_of_the_pool_is_interrupted_and_meanwhile_control_and_heartbeat_answer(self):
        full = self.folder / "full"
        request = self.kernel.client.execute(
            "var gate = new System.Threading.ManualResetEventSlim(); for (var i = 0; i < 2000; i++) _ = Task.Run(() => gate.Wait());\n"
            f'try {{ System.IO.File.WriteAllText(@"{full}", ""); while (true) System.Threading.Thread.Sleep(10); }} finally {{ gate.Set(); }}')
        wait_until(full.exists, "a full thread pool")
        client = self.kernel.client
        client.control_channel.send(client.session.msg("kernel_info_request"))
        self.assertEqual(client.get_control_msg(timeout=PATIENCE)["header"]["msg_type"], "kernel_info_reply")
        wait_until(client.hb_channel.is_beating, "a heartbeat")
        self.kernel.manager.interrupt_kernel()
        self.assertEqual(self.kernel.reply_to(request)["content"]["ename"], "Interrupted")
        self.assert_alive()

    def test_a_thousand_quick_cells_are_answered_in_order(self):
        sent = [self.kernel.client.execute(f"{number}") for number in range(1000)]
        replies = [self.kernel.client.get_shell_msg(timeout=PATIENCE) for _ in sent]
        self.assertEqual([reply["parent_header"]["msg_id"] for reply in replies], sent)
        self.assertEqual({reply["content"]["status"] for reply in replies}, {"ok"})
        counts = [reply["content"]["execution_count"] for reply in replies]
        self.assertEqual(counts, list(range(counts[0], counts[0] + 1000)))

    def test_fifty_megabytes_of_output_arrive(self):
        _, published = self.kernel.run("Console.Write(new string('y', 50_000_000));")
        self.assertEqual(sum(len(content["text"]) for kind, content in published if kind == "stream"), 50 * MEGABYTE)
        _, published = self.kernel.run('display(new string(\'z\', 50_000_000), "text/plain");')
        displayed = next(content for kind, content in published if kind == "display_data")
        self.assertEqual(len(displayed["data"]["text/plain"]), 50 * MEGABYTE)
        self.assert_alive()

    def test_fifty_megabytes_of_code_arrive(self):
        self.assertEqual(self.kernel.value(f'"{"w" * 50 * MEGABYTE}".Length'), str(50 * MEGABYTE))

    def test_the_kernel_ends_with_the_program_that_started_it(self):
        script = ("import sys\nfrom jupyter_client.manager import KernelManager\n"
                  "m = KernelManager(kernel_name=sys.argv[1]); m.start_kernel()\n"
                  "c = m.client(); c.start_channels(); c.wait_for_ready(timeout=600)\n"
                  "c.execute('while (true) { }')\nprint(m.provisioner.process.pid, flush=True)\nsys.stdin.read()\n")
        temporary = self.folder / "temporary"
        temporary.mkdir()
        with subprocess.Popen([sys.executable, "-c", script, self.kernel.manager.kernel_name], cwd=self.folder, env=os.environ | {"TMPDIR": str(temporary)},
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
            pid = int(parent.stdout.readline())
            self.assertTrue(is_running(pid))
            parent.send_signal(signal.SIGKILL)
        wait_until(lambda: not is_running(pid), "the end of the kernel")
        self.assertEqual([folder.name for folder in temporary.iterdir() if folder.name.startswith("unrolled-")], [])

    def test_a_kernel_told_to_terminate_ends_and_leaves_no_file(self):
        temporary = self.folder / "of-the-kernel"
        temporary.mkdir()
        with unittest.mock.patch.dict(os.environ, {"TMPDIR": str(temporary)}), Kernel(self.folder) as kernel:
            kernel.start('Console.WriteLine("running"); while (true) { }')
            os.kill(kernel.pid, signal.SIGTERM)
            wait_until(lambda: not is_running(kernel.pid), "the end of the kernel")
            self.assertEqual(list(temporary.iterdir()), [])

    def raw_socket(self, kind, port):
        connection = json.loads(pathlib.Path(self.kernel.manager.connection_file).read_text(encoding="utf-8"))
        raw = zmq.Context.instance().socket(kind)
        raw.linger = 200
        raw.connect(f"tcp://{connection['ip']}:{connection[port]}")
        return raw


if __name__ == "__main__":
    unittest.main()
