'use strict';
// The notebook controller "C# (Unrolled)": which notebooks it offers itself to, and the session of each.
const path = require('node:path');
const { NotebookControllerAffinity, commands, notebooks, window, workspace } = require('vscode');
const { courseOf } = require('./prepare');
const { Session } = require('./session');

const notebookType = 'jupyter-notebook';

class Controller {
  #controller = notebooks.createNotebookController('csharp', notebookType, 'C# (Unrolled)');
  /** @type {Map<import('vscode').NotebookDocument, Session>} */
  #sessions = new Map();
  #selected = new WeakSet();
  #prepare;
  #listeners;

  /** @param {(notebook: import('vscode').NotebookDocument) => Promise<import('./worker').Place>} prepare */
  constructor(prepare) {
    this.#prepare = prepare;
    this.#controller.supportedLanguages = ['csharp'];
    this.#controller.supportsExecutionOrder = true;
    this.#controller.description = 'the course\'s own session';
    this.#controller.executeHandler = (cells, notebook) => this.#sessionOf(notebook).run(cells);
    this.#controller.interruptHandler = notebook => this.#sessions.get(notebook)?.interrupt();
    this.#listeners = [
      this.#controller,
      this.#controller.onDidChangeSelectedNotebooks(({ notebook, selected }) => this.#select(notebook, selected)),
      workspace.onDidOpenNotebookDocument(notebook => this.#offer(notebook)),
      workspace.onDidCloseNotebookDocument(notebook => this.#close(notebook)),
      window.onDidChangeVisibleNotebookEditors(editors => editors.forEach(preselect)),
    ];
    workspace.notebookDocuments.forEach(notebook => this.#offer(notebook));
    window.visibleNotebookEditors.forEach(preselect);
  }

  /** The session that answers questions about a cell; undefined when another kernel runs it, or none yet. @param {import('vscode').TextDocument} cell */
  sessionOfCell(cell) {
    const notebook = workspace.notebookDocuments.find(document => document.getCells().some(({ document }) => document === cell));
    return notebook && this.#selected.has(notebook) ? this.#sessions.get(notebook) : undefined;
  }

  /** @param {import('vscode').NotebookDocument} notebook */
  restart(notebook) { return this.#sessionOf(notebook).restart(); }

  async dispose() {
    for (const listener of this.#listeners) listener.dispose();
    await Promise.all([...this.#sessions.keys()].map(notebook => this.#close(notebook)));
  }

  /** @param {import('vscode').NotebookDocument} notebook */
  #sessionOf(notebook) {
    const session = this.#sessions.get(notebook) ?? new Session(this.#controller, notebook, this.#prepare);
    this.#sessions.set(notebook, session);
    return session;
  }

  /** @param {import('vscode').NotebookDocument} notebook @param {boolean} selected */
  #select(notebook, selected) {
    if (selected) this.#selected.add(notebook);
    else {
      this.#selected.delete(notebook);
      this.#close(notebook);
    }
  }

  /** @param {import('vscode').NotebookDocument} notebook */
  #offer(notebook) {
    if (notebook.notebookType === notebookType && (isCSharp(notebook) || isOfCourse(notebook)))
      this.#controller.updateNotebookAffinity(notebook, NotebookControllerAffinity.Preferred);
  }

  /** @param {import('vscode').NotebookDocument} notebook */
  async #close(notebook) {
    const session = this.#sessions.get(notebook);
    this.#sessions.delete(notebook);
    await session?.close('The notebook was closed.');
  }
}

/** Selects this controller for a chapter of the course, unless a kernel has been selected before. @param {import('vscode').NotebookEditor} notebookEditor */
const preselect = notebookEditor => {
  if (isOfCourse(notebookEditor.notebook))
    commands.executeCommand('notebook.selectKernel', { notebookEditor, id: 'csharp', extension: 'unrolled.unrolled-notebook', skipIfAlreadySelected: true });
};

/** @param {import('vscode').NotebookDocument} notebook */
const isCSharp = notebook => notebook.metadata.metadata?.kernelspec?.name === '.net-csharp';

/** @param {import('vscode').NotebookDocument} notebook */
const isOfCourse = notebook => {
  const root = notebook.notebookType === notebookType && !notebook.isUntitled ? courseOf(notebook) : undefined;
  return root !== undefined && !path.relative(path.join(root, 'notebooks'), notebook.uri.fsPath).startsWith('..');
};

module.exports = { Controller, notebookType };
