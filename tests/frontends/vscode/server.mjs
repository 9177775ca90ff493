// code-server on loopback, with everything in a temporary folder: a copy of the repository, fresh user data, no extensions, no gallery.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { startGallery } from './gallery.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');

/** All that is on the PATH: no Python, no Jupyter, and no dotnet either, as where VS Code was started from a dock. */
const programs = ['git', 'sh', 'bash', 'env', 'uname', 'cat', 'sed', 'ps', 'ls', 'which', 'readlink', 'dirname', 'basename', 'sleep'];

const freePort = () => new Promise(resolve => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** The repository as it stands, also what is not committed yet, without anything built. */
const copyRepository = to => {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root }).toString().split('\0');
  for (const file of files.filter(name => name && fs.existsSync(path.join(root, name)))) {
    fs.mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(to, file));
  }
};

const find = program => (process.env.PATH ?? '').split(':').map(folder => path.join(folder, program)).find(file => fs.existsSync(file));

const linkPrograms = folder => {
  fs.mkdirSync(folder);
  for (const program of programs) {
    const at = find(program);
    if (at) fs.symlinkSync(fs.realpathSync(at), path.join(folder, program));
  }
};

/** The folder of the SDK, which a mount can hide; undefined when this is not allowed here. */
export const sdkToHide = () => {
  const folder = path.dirname(fs.realpathSync(find('dotnet')));
  try { execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', folder], { stdio: 'ignore' }); return folder; } catch { return undefined; }
};

/** Starts the server, with the user's settings; on a machine without the SDK when `hide` names its folder. */
export const start = async ({ settings, hide }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'unrolled-vscode-'));
  const inFolder = name => path.join(folder, name);
  const course = inFolder('course');
  copyRepository(course);
  linkPrograms(inFolder('bin'));
  const write = (file, settings) => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(settings));
  };

  const [port, gallery] = [await freePort(), await startGallery()];
  const log = fs.openSync(inFolder('server.log'), 'w');
  const withoutSdk = hide ? ['unshare', '-m', 'sh', '-c', `${find('mount')} -t tmpfs none "$0" && exec "$@"`, hide] : [];
  const [command, ...args] = [...withoutSdk, path.join(here, 'node_modules/node/bin/node'),
    path.join(here, 'node_modules/code-server'), '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--config', inFolder('config.yaml'),
    '--user-data-dir', inFolder('data'), '--extensions-dir', inFolder('extensions'), '--disable-telemetry', '--disable-update-check',
    '--disable-getting-started-override', '--ignore-last-opened',
  ];
  write(inFolder('data/User/settings.json'), settings);
  const server = spawn(find(command) ?? command, args, {
    stdio: ['ignore', log, log],
    env: {
      // The home holds NuGet's packages; without an SDK it must not hold one.
      HOME: hide ? folder : process.env.HOME, LANG: 'C.UTF-8', PATH: inFolder('bin'), TMPDIR: os.tmpdir(),
      DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1',
      EXTENSIONS_GALLERY: JSON.stringify(gallery.settings),
    },
  });
  for (let tries = 0; !await answers(port); tries++) {
    if (tries > 3000 || server.exitCode !== null) throw new Error(`code-server did not start:\n${fs.readFileSync(inFolder('server.log'), 'utf8')}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }

  return {
    folder, course, programs: inFolder('bin'), downloads: gallery.downloads,
    setInFolder: settings => write(path.join(course, '.vscode/settings.json'), settings),
    url: `http://127.0.0.1:${port}/?folder=${encodeURIComponent(course)}`,
    stop: async () => {
      if (server.exitCode === null) {
        const ended = new Promise(resolve => server.once('exit', resolve));
        server.kill('SIGTERM');
        await ended;
      }
      gallery.stop();
      fs.closeSync(log);
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
    },
  };
};

const answers = port => new Promise(resolve => {
  const socket = net.connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); }).on('error', () => resolve(false));
});
