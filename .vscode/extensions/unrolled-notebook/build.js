'use strict';
// Builds the course's library when it must be built, and shows that it does.
const { spawn } = require('node:child_process');
const path = require('node:path');
const { ProgressLocation, window } = require('vscode');
const { whyBuild } = require('./course');

class BuildError extends Error { }

class Builds {
  #channel;
  /** @type {Map<string, Promise<void>>} */
  #running = new Map();
  /** When the last good build of a course began. @type {Map<string, number>} */
  #builtAt = new Map();

  /** @param {import('vscode').OutputChannel} channel */
  constructor(channel) { this.#channel = channel; }

  /**
   * Builds unless everything stands. Two notebooks that ask at once wait for one build.
   * @param {string} root
   * @param {string} dotnet
   * @returns {Promise<void>}
   */
  ensure(root, dotnet) {
    const running = this.#running.get(root);
    if (running) return running;
    const why = whyBuild(root, this.#builtAt.get(root));
    if (!why) return Promise.resolve();
    const build = this.#build(root, dotnet, why).finally(() => this.#running.delete(root));
    this.#running.set(root, build);
    return build;
  }

  /** @param {string} root @param {string} dotnet @param {string} why */
  async #build(root, dotnet, why) {
    const begun = Date.now();
    // The commands bring in all that notebooks load, their worker too, and leave out the tests, which take longer to build.
    const args = ['build', 'lib/Unrolled.Cli', '--nologo'];
    this.#channel.appendLine(`${why}: ${dotnet} ${args.join(' ')} in ${root}`);
    const failure = await window.withProgress(
      { location: ProgressLocation.Notification, title: 'Building the course', cancellable: true },
      (progress, token) => new Promise(resolve => {
        progress.report({ message: why });
        const process = spawn(dotnet, args, { cwd: root, windowsHide: true });
        let firstError = '';
        token.onCancellationRequested(() => process.kill('SIGINT'));
        /** @param {string} text */
        const show = text => {
          this.#channel.append(text);
          firstError ||= /^ *(.*\berror [A-Z]+\d+: .*?)( \[.*\])?$/m.exec(text)?.[1].replace(root + path.sep, '') ?? '';
          const project = /^\s*(\S+) -> /m.exec(text)?.[1];
          if (project) progress.report({ message: project });
        };
        process.stdout.setEncoding('utf8').on('data', show);
        process.stderr.setEncoding('utf8').on('data', show);
        process.on('error', error => resolve(error.message));
        process.on('close', code => resolve(token.isCancellationRequested ? 'it was cancelled' : code === 0 ? undefined : firstError || `dotnet build ended with exit code ${code}`));
      }));
    if (failure) throw new BuildError(`The course could not be built: ${failure}`);
    this.#builtAt.set(root, begun);
  }
}

module.exports = { BuildError, Builds };
