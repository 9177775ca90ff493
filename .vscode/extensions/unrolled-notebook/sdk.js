'use strict';
// The .NET SDK. VS Code started from a dock or a menu has a short PATH, so the usual folders are looked at too.
const { execFile } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/**
 * @typedef {{ setting?: string, env?: NodeJS.ProcessEnv, platform?: string, home?: string }} Machine
 */

/** No SDK that can build the course. */
class SdkError extends Error { }

/** Places where dotnet may be, best first. @param {Machine} machine @returns {string[]} */
const places = ({ setting = '', env = process.env, platform = process.platform, home = os.homedir() }) => {
  if (setting) return [setting];
  const onWindows = platform === 'win32';
  const { join, delimiter } = onWindows ? path.win32 : path.posix;
  const usual = {
    win32: [join(env.ProgramFiles ?? 'C:\\Program Files', 'dotnet'), join(env.LOCALAPPDATA ?? home, 'Microsoft', 'dotnet')],
    darwin: ['/usr/local/share/dotnet', '/usr/local/share/dotnet/x64', '/opt/homebrew/bin', '/usr/local/bin'],
  }[platform] ?? ['/usr/bin', '/usr/lib/dotnet', '/usr/share/dotnet', '/usr/lib64/dotnet', '/snap/bin'];
  const pathVariable = Object.keys(env).find(name => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [env.DOTNET_ROOT, ...(env[pathVariable] ?? '').split(delimiter), ...usual, join(home, '.dotnet')];
  return [...new Set(folders.filter(folder => folder).map(folder => join(/** @type {string} */(folder), onWindows ? 'dotnet.exe' : 'dotnet')))];
};

/** @param {string} dotnet @param {string[]} args @param {string} cwd @returns {Promise<string | undefined>} what it prints; undefined when it fails */
const ask = (dotnet, args, cwd) => new Promise(resolve =>
  execFile(dotnet, args, { cwd, timeout: 30_000, windowsHide: true }, (error, stdout) => resolve(error ? undefined : stdout.trim())));

/**
 * The first dotnet that accepts the course's global.json.
 * @param {string} root the course's folder
 * @param {Machine} machine
 * @returns {Promise<string>}
 */
const findSdk = async (root, machine = {}) => {
  const found = [];
  const seen = new Set();
  for (const place of places(machine)) {
    if (!fs.existsSync(place)) continue;
    const real = fs.realpathSync(place);
    if (seen.has(real)) continue;
    seen.add(real);
    // In the course's folder, where global.json says which versions will do.
    if (await ask(place, ['--version'], root)) return place;
    const sdks = await ask(place, ['--list-sdks'], root);
    if (sdks === undefined) found.push(`${place}, which does not run`);
    else if (sdks === '') found.push(`${place} without any SDK`);
    else found.push(`SDK ${sdks.split('\n').map(line => line.split(' ')[0]).join(', ')} (${place})`);
  }

  const need = 'The notebooks need the .NET SDK 10 or newer';
  if (found.length > 0) throw new SdkError(`${need}. Found: ${found.join('; ')}.`);
  if (machine.setting) throw new SdkError(`${need}. The setting unrolled.dotnetPath names ${machine.setting}, and no such file exists.`);
  throw new SdkError(`${need}, and no dotnet was found: not in DOTNET_ROOT, not on the PATH, not in the usual folders.`);
};

module.exports = { SdkError, findSdk, places };
