// As much of VS Code's API as the extension's files need where no window is open, and the extension's files loaded with it.
import Module, { createRequire } from 'node:module';
import path from 'node:path';

class NotebookCellOutputItem {
  constructor(data, mime) { Object.assign(this, { data: Buffer.from(data), mime }); }
  static text(value, mime) { return new NotebookCellOutputItem(value, mime); }
  static stdout(value) { return new NotebookCellOutputItem(value, 'application/vnd.code.notebook.stdout'); }
  static stderr(value) { return new NotebookCellOutputItem(value, 'application/vnd.code.notebook.stderr'); }
  static error({ name, message, stack }) { return new NotebookCellOutputItem(JSON.stringify({ name, message, stack }), 'application/vnd.code.notebook.error'); }
}
class NotebookCellOutput {
  constructor(items, metadata) { Object.assign(this, { items, metadata }); }
}

export const messages = [];
export const builds = [];
const vscode = {
  NotebookCellOutput, NotebookCellOutputItem,
  ProgressLocation: { Notification: 15, Window: 10 },
  window: {
    showWarningMessage: message => messages.push(message),
    withProgress: (options, work) => { builds.push(options.title); return work({ report: () => { } }, { onCancellationRequested: () => { }, isCancellationRequested: false }); },
  },
};

const load = Module._load;
Module._load = (request, ...rest) => request === 'vscode' ? vscode : load(request, ...rest);

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const require = createRequire(path.join(root, '.vscode/extensions/unrolled-notebook/extension.js'));

/** A file of the extension. */
export const file = name => require(`./${name}`);

/** A cell that is being run, and what is shown below it. */
export class Execution {
  constructor(source) {
    this.cell = { document: { getText: () => source } };
    this.outputs = [];
  }
  start() { this.started = true; }
  clearOutput() { this.outputs = []; }
  appendOutput(output) { this.outputs.push(output); }
  appendOutputItems(items, output) { output.items.push(...items); }
  replaceOutputItems(items, output) { output.items = items; }
  end(success) { this.success = success; this.ended = true; this.onEnd?.(); }

  /** The text of its outputs. */
  get text() { return this.outputs.flatMap(output => output.items).map(item => item.data.toString()).join(''); }
}
