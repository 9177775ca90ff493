'use strict';
// Outputs as nbformat stores them, turned into VS Code's; with the metadata by which VS Code's own serialiser turns them back.
const { NotebookCellOutput, NotebookCellOutputItem } = require('vscode');

/** @param {string | string[]} lines */
const text = lines => Array.isArray(lines) ? lines.join('') : lines;

/** @param {string} mime */
const isJson = mime => mime === 'application/json' || /^application\/.*\+json$/.test(mime);

/** @param {string} mime */
const isBinary = mime => /^(image|audio|video)\//.test(mime) && mime !== 'image/svg+xml';

/** @param {string} mime @param {any} value */
const toItem = (mime, value) => {
  if (isJson(mime)) return NotebookCellOutputItem.text(JSON.stringify(value), mime);
  if (isBinary(mime)) return new NotebookCellOutputItem(Buffer.from(text(value), 'base64'), mime);
  return NotebookCellOutputItem.text(text(value), mime);
};

/** @param {any} output @returns {import('vscode').NotebookCellOutputItem[]} */
const toItems = output => {
  switch (output.output_type) {
    case 'stream':
      return [output.name === 'stderr' ? NotebookCellOutputItem.stderr(text(output.text)) : NotebookCellOutputItem.stdout(text(output.text))];
    case 'error':
      return [NotebookCellOutputItem.error({ name: output.ename, message: output.evalue, stack: output.traceback.join('\n') })];
    default:
      return Object.entries(output.data ?? {}).map(([mime, value]) => toItem(mime, value));
  }
};

/** @param {any} output */
const toMetadata = output => {
  switch (output.output_type) {
    case 'stream': return { outputType: 'stream' };
    case 'error': return { outputType: 'error', originalError: output };
    default: return { outputType: output.output_type, executionCount: output.execution_count, metadata: output.metadata ?? {} };
  }
};

/** @param {any} output an nbformat output */
const toOutput = output => new NotebookCellOutput(toItems(output), toMetadata(output));

/** An error of ours, as nbformat stores one: a sentence to a line, since long lines are cut. @param {string} name @param {string} message */
const errorOutput = (name, message) => ({ output_type: 'error', ename: name, evalue: message, traceback: message.split(/\n|(?<=\.) /) });

/** The displayed outputs of one session by their identity, so that a later cell can replace them. @typedef {Map<string, import('vscode').NotebookCellOutput>} Displays */

/** Shows the outputs of one running cell as they come. */
class CellOutputs {
  #execution;
  #displays;
  /** @type {{ name: string, output: import('vscode').NotebookCellOutput } | undefined} */
  #stream;

  /** @param {import('vscode').NotebookCellExecution} execution @param {Displays} displays */
  constructor(execution, displays) {
    this.#execution = execution;
    this.#displays = displays;
  }

  /** @param {import('./worker').OutputEvent} event */
  add({ output, displayId, update }) {
    const replaced = update ? this.#displays.get(displayId ?? '') : undefined;
    if (replaced) {
      this.#execution.replaceOutputItems(toItems(output), replaced);
      return;
    }

    if (this.#stream && output.output_type === 'stream' && this.#stream.name === output.name) {
      this.#execution.appendOutputItems(toItems(output), this.#stream.output);
      return;
    }

    const shown = toOutput(output);
    this.#stream = output.output_type === 'stream' ? { name: output.name, output: shown } : undefined;
    if (displayId !== undefined) this.#displays.set(displayId, shown);
    this.#execution.appendOutput(shown);
  }
}

module.exports = { CellOutputs, errorOutput, toOutput };
