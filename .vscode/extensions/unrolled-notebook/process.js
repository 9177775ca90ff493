'use strict';
// A child process that is spoken to, and answers, line by line.
const { spawn } = require('node:child_process');

/** A child of the child that lives on holds its output open, so the end of the output can't be waited for. */
const lastWords = 2_000;

class LineProcess {
  #process;
  /** The pieces of the line that is coming in; joined once, since a line may have millions of characters. @type {string[]} */
  #pieces = [];

  /** How it ended; undefined while it runs. @type {string | undefined} */
  end;
  /** Resolves when it has ended. @type {Promise<void>} */
  ended;
  /** The beginning of what it wrote to standard error: a dying runtime writes thousands of lines. */
  errors = '';

  /**
   * @param {string} command
   * @param {string[]} args
   * @param {string} cwd
   * @param {(line: string) => void} onLine
   */
  constructor(command, args, cwd, onLine) {
    // A runtime that is killed leaves in the temporary folder what its debugger and profiler would have used.
    const env = { DOTNET_EnableDiagnostics: '0', ...process.env };
    this.#process = spawn(command, args, { cwd, env, windowsHide: true });
    this.#process.stdin.on('error', () => { }); // it is gone; its end says so
    this.#process.stdout.setEncoding('utf8').on('data', text => this.#read(text, onLine));
    this.#process.stderr.setEncoding('utf8').on('data', text => { if (this.errors.length < 2000) this.errors += text; });
    this.ended = new Promise(resolve => {
      /** @param {string} how */
      const finish = how => { this.end ??= how; resolve(undefined); };
      this.#process.on('error', error => finish(error.message));
      this.#process.on('exit', (code, signal) => {
        this.#endFamily();
        const late = setTimeout(() => finish(describe(code, signal)), lastWords);
        this.#process.on('close', () => { clearTimeout(late); finish(describe(code, signal)); });
      });
    });
  }

  /** @param {object} message */
  send(message) { this.#process.stdin.write(`${JSON.stringify(message)}\n`); }

  closeInput() { this.#process.stdin.end(); }

  kill() { this.#process.kill('SIGKILL'); }

  /** A worker is the head of a process group. When it was killed, it could not end the processes that its cells started. */
  #endFamily() {
    if (process.platform === 'win32' || this.#process.pid === undefined) return;
    try { process.kill(-this.#process.pid, 'SIGKILL'); } catch { /* there are none */ }
  }

  /** @param {string} text @param {(line: string) => void} onLine */
  #read(text, onLine) {
    const [first, ...others] = text.split('\n');
    this.#pieces.push(first);
    for (const next of others) {
      const line = this.#pieces.join('');
      this.#pieces = [next];
      if (line !== '') onLine(line);
    }
  }
}

/** @param {number | null} code @param {string | null} signal */
const describe = (code, signal) => {
  // The numbers are the shell's and Windows's for the same ends.
  if (signal === 'SIGABRT' || code === 134 || code === 0xC00000FD) return 'a crash (a stack overflow or a failed runtime check)';
  if (signal === 'SIGKILL' || code === 137) return 'a kill from outside (memory may have run out)';
  return signal ? `signal ${signal}` : `exit code ${code}`;
};

module.exports = { LineProcess };
