// The classic Jupyter Notebook on a copy of the course: with a home, settings and kernels of its own, so that it meets nobody else's.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

// Not by PATH, where a Python of the user's own may come first and lack what Debian's has.
const program = '/usr/bin/jupyter-notebook';
/** Nothing is expected to be quick: what hangs fails its test, instead of holding up all others. */
export const patience = 600_000;

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

const cli = path.join(root, 'lib/Unrolled.Cli/bin/Debug/net10.0/Unrolled.Cli.dll');

/** Runs a command of the course; returns what it prints, throws that when it fails. */
export const course = (args, env = process.env) => {
  const { status, stdout, stderr } = spawnSync('dotnet', [cli, ...args], { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}:\n${stdout}${stderr}`);
  return stdout;
};

/** Waits until a question has an answer that counts as true, and returns it. */
export const until = async (what, question) => {
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) {
    const answer = question();
    if (answer) return answer;
  }
  throw new Error(`Waited ${patience / 1000} s in vain: ${what}`);
};

// What the notebooks load lies beside their folder and is only read.
const copyCourse = folder => {
  fs.cpSync(path.join(root, 'notebooks'), path.join(folder, 'notebooks'), { recursive: true });
  fs.mkdirSync(path.join(folder, 'lib'));
  for (const name of ['data', 'lib/bin']) fs.symlinkSync(path.join(root, name), path.join(folder, name));
};

const processes = text => fs.readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).filter(pid => {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
  } catch {
    return false; // It has just ended.
  }
});

/** Starts a server; `url` and `token` lead to it, `folder` is the course's copy. */
export const start = async () => {
  if (!fs.existsSync(program)) throw new Error(`${program} is missing. Run .devcontainer/install first.`);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'classic-notebook-'));
  const [folder, runtime, log] = ['course', 'runtime', 'log.txt'].map(name => path.join(home, name));
  copyCourse(folder);
  const env = {
    ...process.env, HOME: home, JUPYTER_RUNTIME_DIR: runtime,
    JUPYTER_DATA_DIR: path.join(home, 'data'), JUPYTER_CONFIG_DIR: path.join(home, 'config'),
  };
  course(['kernel', 'install', '--name', '.net-csharp'], env);

  const output = fs.openSync(log, 'w');
  // When its port is taken the server tries others; a file says which it found, and the token it made.
  const server = spawn(program, ['--no-browser', '--allow-root', '--ip=127.0.0.1', `--notebook-dir=${folder}`],
    { env, cwd: folder, stdio: ['ignore', output, output] });
  const ended = new Promise(resolve => server.once('exit', resolve));
  const killed = () => server.kill('SIGKILL');
  process.once('exit', killed); // The kernels end when their parent has.

  const told = await until('the address of the server', () => {
    if (server.exitCode !== null) throw new Error(`${program} ended: ${fs.readFileSync(log, 'utf8')}`);
    const file = path.join(runtime, `nbserver-${server.pid}.json`);
    return fs.existsSync(file) && fs.readFileSync(file, 'utf8');
  });
  const { url, token } = JSON.parse(told);

  return {
    url, token, folder,

    /** The process of a kernel, by Jupyter's id for it; all of this server's without. */
    kernels: (id = '') => processes(path.join(runtime, `kernel-${id}`)),

    /** Ends the server, which ends its kernels; fails if one of them is still there. */
    async stop() {
      server.kill('SIGTERM');
      await Promise.race([ended, pause(patience, undefined, { ref: false }).then(killed)]);
      process.off('exit', killed);
      fs.rmSync(home, { recursive: true, force: true });
      const left = this.kernels();
      for (const pid of left) process.kill(pid, 'SIGKILL');
      if (left.length > 0) throw new Error(`The server has ended, but its kernels are still there: ${left}`);
    },
  };
};
