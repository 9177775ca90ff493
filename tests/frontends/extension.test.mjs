// The VS Code extension's files outside of VS Code: outputs, the real worker, the search for an SDK, the need of a build.
// What a window shows is tested by vscode/run.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { notebooks } from './notebooks.mjs';
import { builds, Execution, file, messages, root } from './vscode.mjs';

const { CellOutputs, toOutput } = file('outputs');
const { Worker } = file('worker');
const { Session } = file('session');
const { findRoot, kernelPath, whyBuild } = file('course');
const { SdkError, findSdk, places } = file('sdk');
const { BuildError, Builds } = file('build');

const dotnet = await findSdk(root);
const place = { dotnet, kernel: kernelPath(root), directory: path.join(root, 'notebooks') };
const inFolder = async work => {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'unrolled-extension-')));
  try { return await work(folder); } finally { fs.rmSync(folder, { recursive: true }); }
};
// What hangs must fail, and leave no process behind. Nothing is expected to be quick.
const patience = 600_000;
const until = async ask => {
  for (const end = Date.now() + patience; !await ask();) {
    if (Date.now() > end) throw new Error(`It did not happen within ${patience / 1000} s.`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
};
const within = async work => {
  let settled = false;
  work.then(() => { settled = true; }, () => { settled = true; });
  await until(() => settled);
  return work;
};
const withWorker = async (work, at = place, ask = async () => undefined) => {
  const worker = new Worker(at, ask);
  try { await worker.ready; return await within(work(worker)); } finally { await worker.stop(); }
};
const stream = (text, name = 'stdout') => ({ output: { output_type: 'stream', name, text: [text] } });

// What VS Code's own serialiser (its extension "ipynb") writes for an output, as far as the course's outputs go.
const text = data => data.toString().split(/(?<=\n)/);
const written = ({ items, metadata }) => {
  const data = () => Object.fromEntries(items.map(({ mime, data }) => [mime, mime.endsWith('json') ? JSON.parse(data) : text(data)]));
  switch (metadata.outputType) {
    case 'stream': return { name: items[0].mime.split('.').at(-1), output_type: 'stream', text: text(Buffer.concat(items.map(item => item.data))) };
    case 'error': return metadata.originalError;
    case 'display_data': return { data: data(), metadata: metadata.metadata, output_type: 'display_data' };
    case 'execute_result': return { data: data(), execution_count: metadata.executionCount, metadata: metadata.metadata, output_type: 'execute_result' };
  }
};

test('every committed output is written back as it was', () => {
  const outputs = notebooks.flatMap(notebook => notebook.cells).flatMap(cell => cell.outputs);
  assert.ok(outputs.length > 300);
  // JavaScript writes −0 as 0; nothing else may change.
  for (const output of outputs) assert.deepEqual(written(toOutput(output)), JSON.parse(JSON.stringify(output)));
});

test('a picture of pixels is stored as bytes, and an SVG as text', () => {
  const [png, svg] = toOutput({ output_type: 'display_data', data: { 'image/png': 'AQID\n', 'image/svg+xml': ['<svg/>'] } }).items;
  assert.deepEqual([...png.data], [1, 2, 3]);
  assert.equal(svg.data.toString(), '<svg/>');
});

test('pieces of one stream are one output, until something else comes between', () => {
  const execution = new Execution('');
  const outputs = new CellOutputs(execution, new Map());
  for (const event of [stream('a'), stream('b\n'), stream('oh', 'stderr'), stream('c')]) outputs.add(event);
  assert.deepEqual(execution.outputs.map(output => output.items.map(item => item.data.toString()).join('')), ['ab\n', 'oh', 'c']);
});

test('an update replaces what an earlier cell displayed', () => {
  const [first, second, displays] = [new Execution(''), new Execution(''), new Map()];
  const display = value => ({ output_type: 'display_data', data: { 'text/plain': value }, metadata: {} });
  new CellOutputs(first, displays).add({ output: display('old'), displayId: 'd' });
  new CellOutputs(second, displays).add({ output: display('new'), displayId: 'd', update: true });
  assert.equal(first.text, 'new');
  assert.deepEqual(second.outputs, []);
});

test('a cell asks the user, and a user who gives no answer gives null', () => withWorker(async worker => {
  const shown = [];
  const run = source => worker.run(1, source, event => shown.push(event.output.text.join('')));
  assert.equal(await run('Console.Write(await Kernel.GetPasswordAsync("And?")); Console.Write(Console.ReadLine() ?? "null");'), 'ok');
  assert.equal(shown.join(''), 'And? truenull');
}, place, async ({ prompt, password }) => prompt ? `${prompt} ${password}` : undefined));

test('what a task prints when no cell runs is shown by the next one', () => withWorker(async worker => {
  const shown = [];
  const done = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'unrolled-extension-')), 'done');
  await worker.run(1, `_ = Task.Run(async () => { await Task.Delay(200); Console.WriteLine("late"); await Task.Delay(300); System.IO.File.WriteAllText(${JSON.stringify(done)}, ""); });`, () => {});
  await until(() => fs.existsSync(done));
  assert.equal(await worker.run(2, '', event => shown.push(event.output.text.join(''))), 'ok');
  assert.deepEqual(shown, ['late\n']);
  fs.rmSync(path.dirname(done), { recursive: true });
}));

test('the worker runs cells one after another, and shows what child processes print', () => withWorker(async worker => {
  const events = [];
  const run = (count, source) => worker.run(count, source, event => events.push(event.output));
  assert.equal(await run(1, 'var x = 20; Console.Write("π");'), 'ok');
  assert.equal(await run(2, 'x + 1'), 'ok');
  assert.equal(await run(3, 'throw new Exception("no");'), 'failed');
  assert.equal(await run(4, 'System.Diagnostics.Process.Start("sh", ["-c", "echo from a child"]).WaitForExit();'), 'ok');
  assert.deepEqual(events.map(event => event.output_type), ['stream', 'execute_result', 'error', 'stream']);
  assert.deepEqual(events[3].text, ['from a child\n']);
  assert.deepEqual(events[0].text, ['π']);
  assert.match(JSON.stringify(events[1]), /"21"/);
  assert.match(events[2].traceback.join('\n'), /no[\s\S]*cell 3/);
}));

test('an endless cell is interrupted, and variables stay', () => withWorker(async worker => {
  const outputs = [];
  await worker.run(1, 'var kept = 7;', () => { });
  const status = worker.run(2, 'Console.WriteLine("begun"); while (true) { }', event => { outputs.push(event.output); if (event.output.output_type === 'stream') worker.interrupt(); });
  assert.equal(await status, 'interrupted');
  assert.equal(await worker.run(3, 'kept', event => outputs.push(event.output)), 'ok');
  assert.match(JSON.stringify(outputs.at(-1)), /"7"/);
}));

test('a cell that ends its process is told as lost, with how it ended', () => withWorker(async worker => {
  assert.equal(await worker.run(1, 'Environment.Exit(5);', () => { }), 'lost');
  assert.equal(worker.end, 'exit code 5');
  assert.equal(await worker.run(2, '1', () => { }), 'lost');
}));

test('a worker that can not start says why', async () => {
  const noFolder = new Worker({ ...place, dotnet: path.join(root, 'no-dotnet') });
  await assert.rejects(noFolder.ready, /did not start.*ENOENT/);
  const noKernel = new Worker({ ...place, kernel: path.join(root, 'no-kernel.dll') });
  await assert.rejects(noKernel.ready, /did not start.*exit code 1\.\n.*was not found/);
});

test('names are completed and told while a cell runs', () => withWorker(async worker => {
  await worker.run(1, 'var weights = new[] { 1.0, 2 };', () => { });
  const running = worker.run(2, 'while (true) { }', () => { });
  const code = 'weights.Len';
  const { start, end, items } = await worker.ask({ type: 'complete', code, position: code.length });
  assert.ok(items.some(item => item.text === 'Length' && item.kind === 'property'));
  assert.equal(code.slice(start, end), 'Len');
  assert.match((await worker.ask({ type: 'inspect', code, position: 3 })).markdown, /double\[\]/);
  assert.equal((await worker.ask({ type: 'inspect', code: 'nobody', position: 3 })).found, false);
  worker.interrupt();
  assert.equal(await running, 'interrupted');
}));

test('a session asked for what it does not know stays silent', () => inFolder(async folder => {
  // An older worker: it refuses the question and goes on.
  const script = path.join(folder, 'old.mjs');
  fs.writeFileSync(script, `process.stdin.setEncoding('utf8').on('data', text => { for (const line of text.trim().split('\\n')) {
    const { type, count } = JSON.parse(line);
    const answer = { start: { type: 'ready' }, execute: { type: 'done', count, status: 'ok' }, shutdown: undefined }[type] ?? { type: 'refused', reason: 'Not a request' };
    if (type === 'shutdown') process.exit(); else console.log(JSON.stringify(answer)); } });`);
  await withWorker(async worker => {
    assert.equal(await worker.ask({ type: 'complete', code: 'a.', position: 2 }), undefined);
    assert.equal(await worker.run(1, '', () => { }), 'ok');
  }, { dotnet: process.execPath, kernel: script, directory: folder });
}));

const withSession = async work => {
  const executions = [];
  const controller = { createNotebookCellExecution: cell => { const execution = new Execution(cell); executions.push(execution); return execution; } };
  const session = new Session(controller, { uri: { path: '/n/a.ipynb' } }, async () => place);
  try { await within(work(session, executions)); } finally { await session.close('The test has ended.'); }
};

test('a cell that fails stops the cells behind it, and they keep their outputs', () => withSession(async (open, executions) => {
  await open.run(['1', 'throw new Exception("no");', '3']);
  assert.deepEqual(executions.map(({ success, executionOrder }) => [success, executionOrder]), [[true, 1], [false, 2], [undefined, undefined]]);
  assert.equal(executions[2].started, undefined);
}));

test('after the worker has died, the cell says so and the next run starts a new one', () => withSession(async (open, executions) => {
  await open.run(['var x = 1;', 'Environment.Exit(5);']);
  assert.match(executions[1].text, /exit code 5[\s\S]*All variables are lost/);
  await open.run(['x']);
  assert.match(executions[2].text, /CS0103/);
  assert.equal(executions[2].executionOrder, 1);
  assert.match(messages.at(-1), /without variables: the last one of a\.ipynb ended with exit code 5/);
}));

test('restart ends the running cell and begins without variables', () => withSession(async (open, executions) => {
  const running = open.run(['var x = 1;', 'Console.WriteLine("begun"); while (true) { }']);
  await until(() => executions[1].text.includes('begun'));
  const warnings = messages.length;
  await open.restart();
  await running;
  assert.equal(messages.length, warnings, 'who restarts needs no warning');
  assert.match(executions[1].text, /The session was restarted\.[\s\S]*All variables are lost/);
  await open.run(['x']);
  assert.match(executions[2].text, /CS0103/);
}));

test('a worker ends when whoever started it is killed, even in the middle of an endless cell', async () => {
  // A process in between, as VS Code's extension host is; only a kill ends it.
  const host = spawn(process.execPath, ['-e', `
    const { Worker } = require(${JSON.stringify(path.join(root, '.vscode/extensions/unrolled-notebook/worker.js'))});
    const worker = new Worker(${JSON.stringify(place)});
    worker.run(1, 'Console.Write(Environment.ProcessId); while (true) { }', ({ output }) => console.log(output.text.join('')));`]);
  const [printed] = await once(host.stdout, 'data');
  host.kill('SIGKILL');
  const isAlive = () => { try { return process.kill(Number(printed), 0); } catch { return false; } };
  assert.ok(Number(printed) > 0);
  await until(() => !isAlive());
});

test('dotnet is looked for where each system has it', () => {
  const env = { DOTNET_ROOT: '/d', PATH: '/p:/q' };
  assert.deepEqual(places({ env, platform: 'linux', home: '/h' }).slice(0, 3), ['/d/dotnet', '/p/dotnet', '/q/dotnet']);
  assert.ok(places({ env, platform: 'linux', home: '/h' }).includes('/h/.dotnet/dotnet'));
  assert.ok(places({ env: {}, platform: 'darwin', home: '/h' }).includes('/usr/local/share/dotnet/dotnet'));
  assert.ok(places({ env: { Path: 'D:\\x', ProgramFiles: 'C:\\P' }, platform: 'win32', home: 'C:\\h' }).includes('C:\\P\\dotnet\\dotnet.exe'));
  assert.ok(places({ env: { Path: 'D:\\x' }, platform: 'win32', home: 'C:\\h' }).includes('D:\\x\\dotnet.exe'));
  assert.deepEqual(places({ setting: '/mine/dotnet', env, platform: 'linux' }), ['/mine/dotnet']);
});

test('an SDK that is too old is named, and a better one elsewhere is taken', () => inFolder(async folder => {
  const old = path.join(folder, 'dotnet');
  fs.writeFileSync(old, '#!/bin/sh\n[ "$1" = --list-sdks ] && echo "8.0.404 [/x]" && exit 0\nexit 145\n', { mode: 0o755 });
  await assert.rejects(findSdk(root, { setting: old }), error => error instanceof SdkError && error.message.includes(`Found: SDK 8.0.404 (${old})`));
  await assert.rejects(findSdk(root, { setting: path.join(folder, 'none') }), /unrolled\.dotnetPath names .*none, and no such file exists/);
  assert.equal(await findSdk(root, { env: { DOTNET_ROOT: folder, PATH: path.dirname(dotnet) } }), dotnet);
}));

// A course in miniature: the files by whose times the need of a build is told.
const miniature = folder => {
  const write = (name, time) => {
    const at = path.join(folder, name);
    fs.mkdirSync(path.dirname(at), { recursive: true });
    fs.writeFileSync(at, '');
    fs.utimesSync(at, time, time);
  };
  write('Unrolled.slnx', 1000);
  for (const name of ['Unrolled', 'Unrolled.Figures', 'Unrolled.Exercises', 'Unrolled.Notebooks', 'Unrolled.Kernel']) {
    write(`lib/${name}/A.cs`, 1000);
    write(`lib/${name}/obj/Generated.cs`, 3000);
    write(`lib/bin/${['Unrolled.Notebooks', 'Unrolled.Kernel'].includes(name) ? 'kernel' : 'course'}/${name}.dll`, 2000);
  }
  return write;
};

test('a build is needed when an assembly is missing or older than a source of its project, and else not', () => inFolder(folder => {
  const write = miniature(folder);
  assert.equal(whyBuild(folder), undefined);
  for (const source of ['lib/Unrolled/A.cs', 'lib/Unrolled.Kernel/New.cs', 'notebooks/solutions/01.ipynb', 'Directory.Packages.props']) {
    write(source, 3000);
    assert.equal(whyBuild(folder), `${source} has changed`);
    assert.equal(whyBuild(folder, 3000_000), undefined, 'built since, and the assembly came out the same');
    write(source, 1000);
  }
  fs.rmSync(path.join(folder, 'lib/bin/course/Unrolled.Exercises.dll'));
  assert.equal(whyBuild(folder), 'Unrolled.Exercises has not been built yet');
}));

test('the course is the nearest folder above that holds it', () => inFolder(folder => {
  miniature(folder);
  assert.equal(findRoot([path.join(folder, 'lib/Unrolled')]), folder);
  assert.equal(findRoot([os.tmpdir()]), undefined);
  assert.equal(findRoot([os.tmpdir(), folder]), folder);
}));

const fakeDotnet = (folder, exit, says) => {
  const at = path.join(folder, 'dotnet');
  fs.writeFileSync(at, `#!/bin/sh\necho "$@" >> '${path.join(folder, 'calls')}'\necho '${says}'\nexit ${exit}\n`, { mode: 0o755 });
  return at;
};
const channel = { append: () => { }, appendLine: () => { } };

test('a build runs once for two notebooks, and not again without need', () => inFolder(async folder => {
  miniature(folder)('lib/Unrolled/A.cs', 3000);
  const shown = builds.length;
  const all = new Builds(channel);
  const program = fakeDotnet(folder, 0, '  Unrolled -> /x/Unrolled.dll');
  await Promise.all([all.ensure(folder, program), all.ensure(folder, program)]);
  await all.ensure(folder, program);
  assert.equal(builds.length - shown, 1);
  assert.match(fs.readFileSync(path.join(folder, 'calls'), 'utf8'), /^build .*\n$/);
}));

test('a build that fails says its first error, and is tried again', () => inFolder(async folder => {
  miniature(folder)('lib/Unrolled/A.cs', 3000);
  const all = new Builds(channel);
  const program = fakeDotnet(folder, 1, `${folder}/lib/A.cs(1,2): error CS1002: ; expected [${folder}/lib/A.csproj]`);
  for (let times = 0; times < 2; times++)
    await assert.rejects(all.ensure(folder, program), error => error instanceof BuildError && error.message.endsWith('built: lib/A.cs(1,2): error CS1002: ; expected'));
  assert.equal(fs.readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n').length, 2);
}));
