'use strict';
// One open notebook: its cells run one after another in a worker of its own.
const { basename } = require('node:path');
const { window } = require('vscode');
const { CellOutputs, errorOutput } = require('./outputs');
const { Worker } = require('./worker');

class Session {
  #controller;
  #notebook;
  #prepare;
  /** @type {import('vscode').NotebookCellExecution[]} */
  #queue = [];
  #draining = false;
  /** @type {Promise<Worker> | undefined} */
  #opening;
  /** @type {Worker | undefined} */
  #worker;
  #count = 0;
  /** @type {import('./outputs').Displays} */
  #displays = new Map();
  /** Ends the wait of a cell for a worker that is still being built or opened. @type {(() => void) | undefined} */
  #giveUp;
  /** What a cell is told when its worker was ended on purpose. @type {string | undefined} */
  #endedBy;

  /**
   * @param {import('vscode').NotebookController} controller
   * @param {import('vscode').NotebookDocument} notebook
   * @param {(notebook: import('vscode').NotebookDocument) => Promise<import('./worker').Place>} prepare
   */
  constructor(controller, notebook, prepare) {
    this.#controller = controller;
    this.#notebook = notebook;
    this.#prepare = prepare;
  }

  /** @param {import('vscode').NotebookCell[]} cells */
  async run(cells) {
    this.#queue.push(...cells.map(cell => this.#controller.createNotebookCellExecution(cell)));
    if (this.#draining) return;
    this.#draining = true;
    for (let execution = this.#queue.shift(); execution; execution = this.#queue.shift())
      if (!await this.#runCell(execution)) this.#abandonQueue();
    this.#draining = false;
  }

  interrupt() {
    this.#abandonQueue();
    this.#giveUp?.();
    this.#worker?.interrupt();
  }

  /** A new worker, without the variables of the old one. */
  async restart() {
    await this.close('The session was restarted.');
    await this.#open();
  }

  /** @param {string} reason what a running cell is told */
  async close(reason) {
    this.#abandonQueue();
    this.#giveUp?.();
    const worker = this.#worker ?? await this.#opening?.catch(() => undefined);
    this.#endedBy = reason;
    await worker?.stop();
    this.#worker = undefined;
    this.#endedBy = undefined;
  }

  /** @param {{ type: 'complete' | 'inspect', code: string, position: number }} question @returns {Promise<any>} */
  async ask(question) { return this.#worker?.ask(question); }

  /** Cells behind one that failed keep the outputs they had. */
  #abandonQueue() {
    for (const execution of this.#queue.splice(0)) execution.end(undefined);
  }

  /** @param {import('vscode').NotebookCellExecution} execution @returns {Promise<boolean>} whether the next cell may run */
  async #runCell(execution) {
    execution.start(Date.now());
    execution.clearOutput();
    const outputs = new CellOutputs(execution, this.#displays);
    let status = 'failed';
    try {
      const worker = await this.#openUnlessInterrupted();
      execution.executionOrder = ++this.#count;
      // nbformat has \n, whatever the editor uses.
      const source = execution.cell.document.getText().replaceAll('\r\n', '\n');
      status = await worker.run(this.#count, source, event => outputs.add(event));
      if (status === 'lost') outputs.add({ output: errorOutput('WorkerLost', this.#lost(worker)) });
    } catch (error) {
      outputs.add({ output: errorOutput('SessionError', /** @type {Error} */(error).message) });
    }
    execution.end(status === 'ok', Date.now());
    return status === 'ok';
  }

  /** @param {Worker} worker */
  #lost(worker) {
    const how = this.#endedBy
      ?? (worker.interrupted ? 'The cell was interrupted but did not stop, so its worker was ended.' : `The cell ended its worker process with ${worker.end}.`);
    return `${how} All variables are lost: run the notebook from the top. The next cell that runs starts a new session.`;
  }

  /** @returns {Promise<Worker>} */
  #openUnlessInterrupted() {
    const interrupted = new Promise((_, reject) => { this.#giveUp = () => reject(new Error('The cell was interrupted before the session was open.')); });
    return Promise.race([this.#open(), interrupted]).finally(() => { this.#giveUp = undefined; });
  }

  /** @returns {Promise<Worker>} */
  #open() {
    if (this.#worker?.end === undefined && this.#worker) return Promise.resolve(this.#worker);
    if (this.#worker) window.showWarningMessage(`A new C# session starts without variables: the last one of ${basename(this.#notebook.uri.path)} ended with ${this.#worker.end}.`);
    this.#worker = undefined;
    return this.#opening ??= this.#start().finally(() => { this.#opening = undefined; });
  }

  async #start() {
    const worker = new Worker(await this.#prepare(this.#notebook),
      ({ prompt, password }) => window.showInputBox({ prompt, password, ignoreFocusOut: true, title: basename(this.#notebook.uri.path) }));
    await worker.ready;
    this.#count = 0;
    this.#displays.clear();
    return this.#worker = worker;
  }
}

module.exports = { Session };
