'use strict';
// The course's notebook front end: wiring.
const { ProgressLocation, commands, window } = require('vscode');
const { Builds } = require('./build');
const { registerLanguage } = require('./completion');
const { Controller, notebookType } = require('./controller');
const { prepare } = require('./prepare');

/** @type {Controller | undefined} */
let controller;

/** @param {import('vscode').ExtensionContext} context */
const activate = context => {
  const channel = window.createOutputChannel('Unrolled');
  const builds = new Builds(channel);
  const opened = controller = new Controller(notebook => prepare(notebook, builds, channel));
  context.subscriptions.push(
    channel,
    ...registerLanguage(opened, notebookType),
    commands.registerCommand('unrolled.showOutput', () => channel.show()),
    commands.registerCommand('unrolled.restart', () => {
      const notebook = window.activeNotebookEditor?.notebook;
      // What prevents a new session has been said by then, and the next cell that runs says it too.
      return notebook && window.withProgress({ location: ProgressLocation.Window, title: 'Restarting C#' }, () => opened.restart(notebook).catch(() => { }));
    }),
  );
};

/** VS Code waits for this, so that no worker is left behind. */
const deactivate = () => controller?.dispose();

module.exports = { activate, deactivate };
