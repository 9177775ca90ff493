'use strict';
// The worker process in which the cells of one notebook run: JSON lines on its standard input and output.
const { LineProcess } = require('./process');

/**
 * @typedef {{ dotnet: string, kernel: string, directory: string }} Place
 * @typedef {{ output: any, displayId?: string, update?: boolean }} OutputEvent
 * @typedef {'ok' | 'failed' | 'interrupted' | 'stuck' | 'lost'} Status
 * @typedef {{ onOutput: (event: OutputEvent) => void, resolve: (status: Status) => void }} Run
 * @typedef {(question: { prompt: string, password: boolean }) => PromiseLike<string | undefined>} Ask
 */

const startWithin = 300_000;
/** How long an interrupted cell may take to end. Long, for busy machines: the worker itself gives up after two seconds of a quiet one. */
const killAfter = 60_000;
const stopWithin = 2_000;

class Worker {
  #process;
  #ask;
  /** @type {Run | undefined} */
  #run;
  /** What was shown while no cell ran; the next one shows it. @type {OutputEvent[]} */
  #late = [];
  /** @type {Map<number, (answer: any) => void>} */
  #questions = new Map();
  #lastQuestion = 0;
  #answers = true;
  /** @type {NodeJS.Timeout | undefined} */
  #killTimer;
  /** @type {(error?: Error) => void} */
  #started = () => { };

  /** Resolves when the session is open; rejects when it can't be. @type {Promise<void>} */
  ready;
  /** Resolves when the process has ended. @type {Promise<void>} */
  ended;

  /** @param {Place} place @param {Ask} ask asks the user for a line that a cell waits for */
  constructor({ dotnet, kernel, directory }, ask) {
    this.#ask = ask;
    this.ready = new Promise((resolve, reject) => { this.#started = error => error ? reject(error) : resolve(); });
    const late = setTimeout(() => this.#refuseStart(`it did not answer within ${startWithin / 1000} s`), startWithin);
    this.ready.then(() => clearTimeout(late), () => clearTimeout(late));
    this.#process = new LineProcess(dotnet, [kernel], directory, line => this.#accept(line));
    this.ended = this.#process.ended.then(() => this.#finish());
    this.#process.send({ type: 'start', directory, input: true });
  }

  /** Whether the last cell was interrupted. */
  interrupted = false;

  /** How the process ended; undefined while it runs. */
  get end() { return this.#process.end; }

  /**
   * Runs one cell; its outputs come before its status.
   * @param {number} count
   * @param {string} source
   * @param {(event: OutputEvent) => void} onOutput
   * @returns {Promise<Status>}
   */
  run(count, source, onOutput) {
    if (this.end !== undefined) return Promise.resolve('lost');
    return new Promise(resolve => {
      this.#run = { onOutput, resolve };
      this.interrupted = false;
      this.#late.splice(0).forEach(onOutput);
      this.#process.send({ type: 'execute', count, source });
    });
  }

  /** Interrupts the running cell, and ends the process if that cell does not stop. */
  interrupt() {
    if (!this.#run) return;
    this.interrupted = true;
    this.#process.send({ type: 'interrupt' });
    this.#killTimer ??= setTimeout(() => this.#process.kill(), killAfter);
  }

  /**
   * Asks for completions, or for what stands at a position. Undefined when this worker has no answer.
   * @param {{ type: 'complete' | 'inspect', code: string, position: number }} question
   * @returns {Promise<any>}
   */
  ask(question) {
    if (this.end !== undefined || !this.#answers) return Promise.resolve(undefined);
    const id = ++this.#lastQuestion;
    return new Promise(resolve => {
      this.#questions.set(id, resolve);
      this.#process.send({ ...question, id });
    });
  }

  /** Ends the process. */
  async stop() {
    if (this.end !== undefined) return;
    this.#process.send({ type: 'shutdown' });
    this.#process.closeInput();
    const late = setTimeout(() => this.#process.kill(), stopWithin);
    await this.ended;
    clearTimeout(late);
  }

  /** @param {string} line */
  #accept(line) {
    const message = parse(line);
    switch (message?.type) {
      case 'ready': return this.#started();
      case 'output': return this.#run ? this.#run.onOutput(message) : void this.#late.push(message);
      case 'input': return void this.#answerInput(message);
      case 'done': return this.#finishRun(message.status);
      case 'completions':
      case 'inspection': return this.#answer(message.id, message);
      case 'refused': return this.#refused(message);
    }
  }

  /** @param {{ prompt: string, password: boolean }} question */
  async #answerInput(question) {
    const run = this.#run;
    const text = await this.#ask(question);
    // The cell may have been interrupted meanwhile.
    if (run && this.#run === run) this.#process.send({ type: 'input', text: text ?? null });
  }

  /** @param {{ reason: string, id?: number }} refusal */
  #refused({ reason, id }) {
    const [oldest] = this.#questions.keys();
    if (oldest === undefined) return this.#refuseStart(reason);
    // Without the question's id, an older worker speaks, which knows no questions; it is not asked again.
    this.#answers &&= id !== undefined;
    this.#answer(id ?? oldest, undefined);
  }

  /** @param {string} reason */
  #refuseStart(reason) {
    this.#started(new Error(`The C# session did not start: ${reason}`));
    this.#process.kill();
  }

  /** @param {number} id @param {any} answer */
  #answer(id, answer) {
    this.#questions.get(id)?.(answer);
    this.#questions.delete(id);
  }

  /** @param {Status} status */
  #finishRun(status) {
    clearTimeout(this.#killTimer);
    this.#killTimer = undefined;
    const run = this.#run;
    this.#run = undefined;
    run?.resolve(status);
  }

  #finish() {
    this.#started(new Error(`The C# session did not start: its process ended with ${this.end}.\n${this.#process.errors}`.trimEnd()));
    this.#finishRun('lost');
    for (const id of [...this.#questions.keys()]) this.#answer(id, undefined);
  }
}

/** @param {string} line @returns {any} undefined for a line that is no message */
const parse = line => {
  if (!line.startsWith('{')) return undefined;
  try { return JSON.parse(line); } catch { return undefined; }
};

module.exports = { Worker };
