// The course in VS Code, from the first opening of its folder: what a student does, step by step, and what must be seen.
// Screenshots go to TestResults/vscode.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { sdkToHide, start } from './server.mjs';
import { cellsOf, numberOf, open, until } from './window.mjs';

const calm = { 'workbench.startupEditor': 'none', 'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden', 'editor.autoIndent': 'none', 'editor.autoClosingBrackets': 'never' };

const counts = { passed: 0, failed: 0 };
let server, window;
const step = async (name, work) => {
  try {
    await work();
    counts.passed++;
    console.log(`PASS  ${name}`);
  } catch (error) {
    counts.failed++;
    console.log(`FAIL  ${name}\n      ${String(error.stack ?? error).split('\n').slice(0, 12).join('\n      ')}`);
    await window?.shot(`failed-${counts.failed}`).catch(() => { });
    await window?.page.keyboard.press('Escape').catch(() => { });
  }
};

const workers = () => execFileSync('ps', ['-eo', 'pid,ppid,args']).toString().split('\n').filter(line => line.includes(path.join(server.course, 'lib/bin/kernel/Unrolled.Kernel.dll')));
const chapter = () => path.join(server.course, 'notebooks/02-forward.ipynb');
const committed = path.resolve(import.meta.dirname, '../../../notebooks/02-forward.ipynb');
const goTo = id => window.goToCell(numberOf(chapter(), id));
const shown = what => until(`the outputs show ${what}`, async () => what.test(await window.outputText()));

const trust = async () => {
  await window.page.getByText('Manage', { exact: true }).first().click();
  await window.page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).click();
  await window.page.getByText('You trust this folder').waitFor();
  await window.page.keyboard.press('Escape');
};

const install = async () => {
  const offer = window.notification('Do you want to install the recommended');
  await offer.waitFor();
  assert.match(await offer.innerText(), /'Unrolled: C# notebooks' extension from unrolled/);
  await window.shot('01-install-prompt');
  await window.press(offer, 'Install');
  await window.page.getByText('Extension: Unrolled: C# notebooks').waitFor();
  // The side bar has come with the list of extensions, and takes room from the notebook.
  await until('the side bar is closed', async () => {
    await window.page.keyboard.press('Control+B');
    await window.page.waitForTimeout(1000);
    return !await window.page.locator('.part.sidebar').isVisible();
  });
};

const openChapter = async () => {
  await window.openFile('02-forward.ipynb');
  await window.toolbar.getByText('C# (Unrolled)').waitFor();
};

const firstUse = async () => {
  await step('in an untrusted folder the extension is not offered', async () => {
    await window.page.getByText('Restricted Mode').first().waitFor();
    assert.equal(await window.notification('Unrolled').count(), 0);
  });
  await step('the folder can be trusted', trust);
  await step('VS Code offers to install the extension of the folder, and installs it', install);
  await step('chapter 02, its outputs taken away, opens with the kernel "C# (Unrolled)", without being asked', async () => {
    const notebook = JSON.parse(fs.readFileSync(chapter(), 'utf8'));
    for (const cell of notebook.cells.filter(cell => cell.outputs)) [cell.outputs, cell.execution_count] = [[], null];
    fs.writeFileSync(chapter(), JSON.stringify(notebook, null, 1));
    await openChapter();
    assert.equal(workers().length, 0, 'a worker before any cell ran');
    await window.shot('02-opened');
  });
  await step('the first Run All builds the library, with a notification', async () => {
    assert.equal(fs.existsSync(path.join(server.course, 'lib/bin')), false);
    await window.runAll();
    const building = window.notification('Building the course');
    await building.waitFor();
    assert.equal(await building.locator('.monaco-button', { hasText: 'Cancel' }).count(), 1);
    await window.shot('03-building');
    const begun = Date.now();
    await building.waitFor({ state: 'detached' });
    console.log(`      built in ${Math.round((Date.now() - begun) / 1000)} s`);
    assert.equal(await window.notification('could not be built').count(), 0);
  });
  await step('every cell of chapter 02 runs', async () => {
    await window.idle();
    await window.save(chapter());
    const cells = cellsOf(chapter()).filter(cell => cell.cell_type === 'code');
    assert.deepEqual(cells.map(cell => cell.execution_count), cells.map((_, index) => index + 1));
    assert.equal(workers().length, 1);
  });
};

const outputs = async () => {
  await step('the saved outputs are the committed ones: every text, number and picture', () => {
    const [before, after] = [committed, chapter()].map(cellsOf);
    assert.deepEqual(after.map(({ id }) => id), before.map(({ id }) => id));
    // JavaScript writes −0 as 0.
    const plain = cell => JSON.parse(JSON.stringify({ id: cell.id, source: cell.source, outputs: cell.outputs }));
    const measured = before.filter(cell => cell.metadata.tags?.includes('measured')).map(({ id }) => id);
    before.forEach((cell, index) => { if (!measured.includes(cell.id)) assert.deepEqual(plain(after[index]), plain(cell)); });
  });
  await step('a figure is seen, as SVG', async () => {
    await goTo('activations-figure');
    const figure = await window.reveal('svg[data-name="forward.activations"]');
    const { width, height } = await figure.boundingBox();
    assert.ok(width > 300 && height > 200, `${width} × ${height}`);
    assert.ok(await figure.locator('path, polyline, line').count() > 5);
    await window.shot('04-figure');
  });
  await step('a stepper is seen and steps', async () => {
    await goTo('stepper');
    const stepper = await window.reveal('[data-stepper]');
    assert.equal(await stepper.locator('output').innerText(), '1 / 4');
    await stepper.locator('[data-by="1"]').click();
    assert.equal(await stepper.locator('output').innerText(), '2 / 4');
    assert.deepEqual(await stepper.locator(':scope > ol > li').evaluateAll(frames => frames.map(frame => frame.checkVisibility())), [false, true, false, false]);
    await window.shot('05-stepper');
  });
  await step('figure and stepper are seen in a dark theme', async () => {
    await window.command('Preferences: Toggle between Light/Dark Themes');
    await until('the theme is dark', () => window.page.locator('.monaco-workbench.vs-dark').count());
    await goTo('stepper');
    await window.reveal('[data-stepper]');
    await window.shot('06-stepper-dark');
    await goTo('activations-figure');
    await window.reveal('svg[data-name="forward.activations"]');
    await window.shot('07-figure-dark');
    await window.command('Preferences: Toggle between Light/Dark Themes');
    await until('the theme is light', () => window.page.locator('.monaco-workbench.vs').count());
  });
};

const working = async () => {
  const solution = cellsOf(path.join(server.course, 'notebooks/solutions/02-forward.ipynb')).find(cell => cell.id === '2-1').source.join('');
  await step('an answer written into an exercise cell is checked', async () => {
    await goTo('2-1');
    await window.write(solution);
    await window.runCell();
    await shown(/✓ 2\.1 One step of the network: passed/);
    await window.reveal('text=One step of the network: passed');
    await window.shot('08-exercise');
  });
  await step('a wrong answer is told', async () => {
    await goTo('2-2');
    await goTo('2-1');
    await window.write(solution.replace('p.W_hh * h_tm1', 'p.W_hh * h_tm1 * 2'));
    await window.runCell();
    await until('the verdict', async () => /✗ 2\.1/.test(await window.outputText()));
    await window.shot('09-exercise-wrong');
  });
  await step('names are offered after a dot', async () => {
    await goTo('2-1');
    await window.write('');
    await window.page.keyboard.press('Enter');
    await window.page.keyboard.type('p.W');
    const list = window.page.locator('.suggest-widget.visible');
    await list.getByText('W_hh').first().waitFor();
    await window.shot('10-completion');
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('Escape');
  });
  await step('what a name means is shown below the pointer', async () => {
    await window.write('trace.T');
    await window.page.locator('.notebook-editor .monaco-list-row.focused .view-line span', { hasText: 'trace' }).last().hover();
    const hover = window.page.locator('.monaco-hover:visible', { hasText: 'RnnTrace' });
    await hover.first().waitFor();
    await window.shot('11-hover');
    await window.page.mouse.move(5, 500);
  });
  await step('an error is readable', async () => {
    await goTo('2-1');
    await window.write('double Halve(double x) => x > 0 ? x / 2 : throw new ArgumentException($"x must be positive, got {x}");\nHalve(-1)');
    await window.runCell();
    await shown(/x must be positive, got -1/);
    await window.reveal('text=x must be positive');
    await window.shot('12-error');
  });
  await step('an endless cell is interrupted, and the variables stay', async () => {
    await goTo('2-1');
    await window.write('Console.WriteLine("begun"); while (true) { }');
    await window.runCell();
    await shown(/begun/);
    await window.shot('13-endless');
    await window.toolbar.getByText('Interrupt').click();
    await window.idle();
    await shown(/was interrupted/);
    await window.shot('14-interrupted');
    await window.write('Console.WriteLine($"T is still {trace.T}")');
    await window.runCell();
    await shown(/T is still \d+/);
  });
  await step('a loop that trains and prints is interrupted, and the variables stay', async () => {
    await goTo('2-1');
    await window.write('var steps = 0; while (true) { var W = Matrix<double>.Build.Random(20, 20); Console.WriteLine($"step {++steps}: {(W * W).L2Norm()}"); }');
    await window.runCell();
    // Of a long output, VS Code shows the first and the last lines only.
    await shown(/step \d{3,}:/);
    await window.shot('14a-training');
    await window.toolbar.getByText('Interrupt').click();
    await window.idle();
    await window.write('Console.WriteLine($"more than a hundred: {steps > 100}")');
    await window.runCell();
    await shown(/more than a hundred: True/);
  });
  await step('a cell asks for a line in the input box', async () => {
    await goTo('2-1');
    await window.write('Console.Write("Your name? "); var name = Console.ReadLine(); Console.WriteLine($"Hello, {name ?? "nobody"}!")');
    const box = window.page.locator('.quick-input-widget input').first();
    await window.runCell();
    await box.waitFor();
    await shown(/Your name\?/);
    await window.shot('14b-input-box');
    await box.fill('Ân');
    await window.page.keyboard.press('Enter');
    await shown(/Hello, Ân!/);
    await window.idle();
    await window.runCell();
    await box.waitFor();
    await window.page.keyboard.press('Escape');
    await shown(/Hello, nobody!/);
    await window.idle();
  });
  await step('outputs appear while a cell runs, and a displayed value can be replaced', async () => {
    await goTo('2-1');
    const go = path.join(server.folder, 'go');
    await window.write(`Console.WriteLine("at once");\nvar shown = display("the early value");\nwhile (!System.IO.File.Exists("${go}")) System.Threading.Thread.Sleep(10);\nshown.Update("the late value");`);
    await window.runCell();
    await shown(/at once\s+the early value/);
    assert.equal(await window.isRunning(), true);
    fs.writeFileSync(go, '');
    await shown(/at once\s+the late value/);
    assert.doesNotMatch(await window.outputText(), /the early value/);
    await window.idle();
  });
  await step('a cell that ends its process is told, and the next run begins anew', async () => {
    await goTo('2-1');
    await window.write('Environment.Exit(5);');
    await window.runCell();
    await shown(/ended its worker process with exit code 5/);
    await window.reveal('text=exit code 5');
    await window.shot('15-worker-lost');
    await window.write('Console.WriteLine("a new session")');
    await window.runCell();
    await window.notification('A new C# session starts without variables').waitFor();
    await shown(/a new session/);
    await window.shot('16-new-session');
    await window.command('Notifications: Clear All Notifications');
  });
  await step('Restart C# begins without variables', async () => {
    await goTo('2-1');
    await window.write('var before = 1;');
    await window.runCell();
    await window.idle();
    const [old] = workers();
    await window.toolbar.getByText('Restart C#').click();
    await until('another worker runs', () => workers().length === 1 && workers()[0] !== old);
    await window.write('before');
    await window.runCell();
    await shown(/CS0103.*before/);
  });
  await step('a change of the library is built before the next session, and else nothing is', async () => {
    await window.command('Unrolled: Restart C#');
    await window.page.waitForTimeout(3000);
    assert.equal(await window.notification('Building the course').count(), 0);
    fs.appendFileSync(path.join(server.course, 'lib/Unrolled.Exercises/Exercise.cs'), '\n#error changed\n');
    await window.command('Unrolled: Restart C#');
    const failure = window.notification('The course could not be built');
    await failure.waitFor();
    assert.match(await failure.innerText(), /built: lib.Unrolled\.Exercises.Exercise\.cs.*CS1029: #error: 'changed'/);
    assert.equal(await window.page.locator('.monaco-dialog-box').count(), 0);
    await window.shot('17-build-failed');
    await window.press(failure, 'Show output');
    await window.page.locator('.output-view', { hasText: 'CS1029' }).first().waitFor();
    await window.shot('18-output');
  });
  await step('the worker ends when the notebook is closed', async () => {
    await window.page.locator('.notebook-editor .monaco-list').first().focus();
    await window.command('File: Revert File');
    await window.command('View: Close All Editors');
    await until('no worker runs', () => workers().length === 0);
  });
};

const alone = async () => {
  await step('nothing but the SDK and VS Code was used: no Python, no Jupyter, nothing from a marketplace', () => {
    for (const program of ['python', 'python3', 'jupyter', 'dotnet']) assert.equal(fs.existsSync(path.join(server.programs, program)), false, program);
    assert.deepEqual(server.downloads, []);
    assert.deepEqual(fs.readdirSync(path.join(server.folder, 'extensions')).filter(name => fs.statSync(path.join(server.folder, 'extensions', name)).isDirectory()), []);
  });
};

const withoutSdk = async hide => {
  await step('without an SDK, a cell and a notification say what is needed', async () => {
    await trust();
    await install();
    await openChapter();
    await goTo('setup');
    await window.runCell();
    const missing = window.notification('The notebooks need the .NET SDK 10 or newer');
    await missing.waitFor();
    if (hide) assert.match(await missing.innerText(), /no dotnet was found/);
    for (const button of ['Download .NET', 'Choose dotnet…']) assert.equal(await missing.locator('.monaco-button', { hasText: button }).count(), 1, button);
    await shown(/need the \.NET SDK 10 or newer/);
    await window.shot('20-no-sdk');
    await window.command('Notifications: Clear All Notifications');
  });
  await step('an SDK that is too old is named', async () => {
    const old = path.join(server.folder, 'old-dotnet');
    fs.writeFileSync(old, '#!/bin/sh\n[ "$1" = --list-sdks ] && echo "8.0.404 [/old]" && exit 0\nexit 145\n', { mode: 0o755 });
    server.setInFolder({ 'unrolled.dotnetPath': old });
    await window.page.waitForTimeout(2000);
    await goTo('setup');
    await window.runCell();
    const tooOld = window.notification('Found: SDK 8.0.404');
    await tooOld.waitFor();
    await window.shot('21-old-sdk');
    await window.press(tooOld, 'Download .NET');
    await window.page.locator('.monaco-dialog-box', { hasText: 'https://dotnet.microsoft.com/download' }).waitFor();
    await window.shot('22-download');
  });
};

const inWindow = async (options, work) => {
  server = await start(options);
  try {
    window = await open(server.url);
    await work();
  } finally {
    await window?.close();
    await server.stop();
    window = undefined;
  }
};

await inWindow({ settings: calm }, async () => {
  await firstUse();
  await outputs();
  await working();
  await alone();
});
const hide = sdkToHide();
if (!hide) console.log('      (the SDK can not be hidden here, so only a wrong setting is tried)');
await inWindow({ settings: hide ? calm : { ...calm, 'unrolled.dotnetPath': '/nowhere/dotnet' }, hide }, () => withoutSdk(hide));

console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
