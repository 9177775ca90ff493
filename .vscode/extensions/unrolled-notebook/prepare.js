'use strict';
// What must stand before a session can open: the course on disk, an SDK, the built library. Says what is missing, and how to mend it.
const path = require('node:path');
const { ConfigurationTarget, Uri, env, window, workspace } = require('vscode');
const { BuildError } = require('./build');
const { findRoot, kernelPath } = require('./course');
const { SdkError, findSdk } = require('./sdk');

const downloadPage = 'https://dotnet.microsoft.com/download';

/**
 * @param {import('vscode').NotebookDocument} notebook
 * @param {import('./build').Builds} builds
 * @param {import('vscode').OutputChannel} channel
 * @returns {Promise<import('./worker').Place>}
 */
const prepare = async (notebook, builds, channel) => {
  const root = courseOf(notebook);
  if (!root) {
    const message = 'The course was not found: neither a folder above this notebook nor an open folder holds Unrolled.slnx. Open the folder of the course in VS Code.';
    window.showErrorMessage(message);
    throw new Error(message);
  }

  try {
    const setting = workspace.getConfiguration('unrolled').get('dotnetPath', '');
    const dotnet = await findSdk(root, { setting });
    await builds.ensure(root, dotnet);
    const directory = notebook.isUntitled ? path.join(root, 'notebooks') : path.dirname(notebook.uri.fsPath);
    return { dotnet, kernel: kernelPath(root), directory };
  } catch (error) {
    // Not awaited: the cell fails now, whenever the reader answers.
    if (error instanceof SdkError) offerSdk(error.message);
    if (error instanceof BuildError) offerOutput(error.message, channel);
    throw error;
  }
};

/** @param {import('vscode').NotebookDocument} notebook */
const courseOf = notebook => findRoot([
  ...(notebook.isUntitled ? [] : [path.dirname(notebook.uri.fsPath)]),
  ...(workspace.workspaceFolders ?? []).map(folder => folder.uri.fsPath),
]);

/** @param {string} message */
const offerSdk = async message => {
  const [download, choose] = ['Download .NET', 'Choose dotnet…'];
  const answer = await window.showErrorMessage(message, download, choose);
  if (answer === download) await env.openExternal(Uri.parse(downloadPage));
  if (answer !== choose) return;
  const files = await window.showOpenDialog({ title: 'The dotnet program of the .NET SDK 10 or newer', openLabel: 'Use this' });
  if (files?.[0]) await workspace.getConfiguration('unrolled').update('dotnetPath', files[0].fsPath, ConfigurationTarget.Global);
};

/** @param {string} message @param {import('vscode').OutputChannel} channel */
const offerOutput = async (message, channel) => {
  const show = 'Show output';
  if (await window.showErrorMessage(message, show) === show) channel.show();
};

module.exports = { courseOf, prepare };
