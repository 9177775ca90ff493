// The classic Jupyter Notebook with the course's kernel, used as a student uses it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { open } from './browser.mjs';
import { openNotebook } from './jupyter/classic-page.mjs';
import { course, patience, root, start, until } from './jupyter/classic-server.mjs';
import { outputs, read } from './notebooks.mjs';

const committed = path.join(root, 'notebooks/02-forward.ipynb');
const chapter = read(committed);
const codeCells = chapter.cells.filter(cell => cell.type === 'code');
const committedFigures = outputs(chapter, 'image/svg+xml').map(() => ({ visible: true, drawn: true, labelled: true }));
const json = file => JSON.parse(fs.readFileSync(file, 'utf8'));

let browser, server;
before(async () => {
  browser = await open();
  server = await start();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

describe('chapter 02', () => {
  const saved = () => path.join(server.folder, 'notebooks/02-forward.ipynb');
  let notebook;
  before(async () => { notebook = await openNotebook(browser, server, '02-forward.ipynb'); });
  after(() => notebook?.close());

  test('finds its kernel without asking for one', async () => {
    assert.equal(await notebook.page.locator('.modal').count(), 0);
    assert.equal((await notebook.page.innerText('#kernel_indicator .kernel_indicator_name')).trim(), '.NET (C#)');
  });

  test('runs to its end by Run All', async () => {
    await notebook.choose('celllink', 'all_outputs', 'clear_all_output');
    assert.equal(await notebook.page.locator('.output_area').count(), 0);
    await notebook.choose('celllink', 'run_all_cells');
    await notebook.finished();

    const prompts = await notebook.page.locator('.code_cell .input_prompt').allInnerTexts();
    assert.deepEqual(prompts.map(prompt => prompt.replace(/\s/g, '')), codeCells.map((_, index) => `In[${index + 1}]:`));
    assert.equal(await notebook.page.locator('.output_error').count(), 0);
    await notebook.page.waitForSelector('#kernel_indicator_icon.kernel_idle_icon');
    await notebook.screenshot('tables', 'small-network');
    await notebook.screenshot('verdicts', '2-1');
  });

  test('draws as many figures as are committed', async () => {
    assert.deepEqual(await notebook.figures(), committedFigures);
    await notebook.screenshot('figures', 'activations-figure');
  });

  test('goes through the frames of its stepper by clicks', async () => {
    const stepper = (await notebook.cell('stepper')).locator('[data-stepper]');
    const frames = stepper.locator(':scope > ol > li');
    const visible = () => frames.evaluateAll(all => all.map(frame => frame.checkVisibility()));
    assert.deepEqual(await visible(), [true, false, false, false]);
    await stepper.locator('[data-by="1"]').click();
    assert.deepEqual(await visible(), [false, true, false, false]);
    assert.equal(await stepper.locator('output').innerText(), '2 / 4');
    await notebook.screenshot('stepper', 'stepper');
  });

  test('typesets its formulas', async () => {
    // By what is seen, not by MathJax's queue: it holds every output too, and idles through each.
    const look = () => notebook.page.evaluate(() => {
      const text = [...document.querySelectorAll('.text_cell_render')].map(cell => cell.innerText).join('\n');
      return { typeset: document.querySelector('.MathJax') !== null, errors: document.querySelectorAll('.merror').length, raw: text.match(/\$\$|\\begin|\\frac/g) };
    });
    const deadline = Date.now() + patience;
    let formulas = await look();
    while ((!formulas.typeset || formulas.raw) && Date.now() < deadline) formulas = await look();
    assert.deepEqual(formulas, { typeset: true, errors: 0, raw: null });
  });

  test('is saved with its text and metadata as they were, and with the outputs that it shows', async () => {
    await notebook.save();
    const withoutOutputs = ({ cells, ...rest }) => ({ ...rest, cells: cells.map(({ outputs: _, execution_count: __, ...cell }) => cell) });
    assert.deepEqual(withoutOutputs(json(saved())), withoutOutputs(json(committed)));

    const shown = await notebook.page.locator('.code_cell').evaluateAll(all => all.map(cell => ({
      outputs: cell.querySelectorAll('.output_area').length,
      streams: [...cell.querySelectorAll('.output_stream')].map(stream => stream.innerText).join(''),
    })));
    assert.deepEqual(shown, read(saved()).cells.filter(cell => cell.type === 'code').map(cell => ({
      outputs: cell.outputs.length,
      streams: cell.outputs.filter(output => output.output_type === 'stream').flatMap(output => output.text).join(''),
    })));
  });

  test('is saved with outputs that equal the committed ones', () =>
    assert.match(course(['check', '02', '--against', path.dirname(saved())]), /as committed/));

  test('shows its figures when it is opened again', async () => {
    await notebook.page.reload();
    await notebook.ready();
    assert.deepEqual(await notebook.figures(), committedFigures);
  });

  test('tells a right answer of an exercise from a wrong one', async () => {
    const answer = body => `Vector<double> OneStep(RnnParameters p, Vector<double> x_t, Vector<double> h_tm1)
{
    return ${body};
}
Chapter02.OneStep.Check(OneStep)`;
    await notebook.write('2-1', answer('(p.W_hx * x_t + p.W_hh * h_tm1).PointwiseTanh()'));
    assert.match(await notebook.run('2-1'), /^Out\[\d+\]:\s*✗ 2\.1 One step of the network/);
    await notebook.screenshot('exercise-wrong', '2-1');
    await notebook.write('2-1', answer('(p.W_hx * x_t + p.W_hh * h_tm1 + p.b_h).PointwiseTanh()'));
    assert.match(await notebook.run('2-1'), /^Out\[\d+\]:\s*✓ 2\.1 One step of the network/);
    await notebook.screenshot('exercise-right', '2-1');
  });

  test('asks nobody but its server, and its scripts run without errors', () => assert.deepEqual(notebook.problems, []));
});

describe('a notebook at work', () => {
  const file = 'at-work.ipynb';
  const cells = {
    complete: 'Console.',
    inspect: 'Math.Abs(-1)',
    declare: 'var kept = 42;',
    ask: 'kept',
    endless: 'Console.WriteLine("started");\nwhile (true) { }',
    failing: `int Half(int number) => number % 2 == 0 ? number / 2 : throw new ArgumentException($"{number} is odd.");
int Quarter(int number) => Half(Half(number));
Quarter(6)`,
  };

  let notebook;
  before(async () => {
    const { metadata, nbformat, nbformat_minor } = json(committed);
    const code = Object.entries(cells).map(([id, source]) => ({ cell_type: 'code', id, source, metadata: {}, outputs: [], execution_count: null }));
    fs.writeFileSync(path.join(server.folder, 'notebooks', file), JSON.stringify({ metadata, nbformat, nbformat_minor, cells: code }));
    notebook = await openNotebook(browser, server, file);
  });
  after(() => notebook?.close());

  // Fails with what the cell shows instead.
  const shows = async (id, text) => assert.match(await notebook.run(id), text);
  const runsAnew = async () => {
    await shows('ask', /CS0103/);
    await notebook.run('declare');
    await shows('ask', /42/);
  };

  // The one process of the notebook's kernel, once an earlier one has ended.
  const kernel = async (earlier = undefined) => {
    const id = await notebook.kernelId();
    return until('the kernel has one process, and another than before', () => {
      const pids = server.kernels(id);
      return pids.length === 1 && pids[0] !== earlier && pids[0];
    });
  };

  test('completes after a dot by Tab', async () => {
    await notebook.edit('complete');
    await notebook.page.keyboard.press('Tab');
    await notebook.page.waitForSelector('.completions');
    const offered = await notebook.page.locator('.completions option').allInnerTexts();
    assert.ok(['Write', 'WriteLine', 'ReadLine'].every(name => offered.includes(name)), `offered: ${offered}`);
    await notebook.screenshot('completion', 'complete');
    await notebook.page.keyboard.press('Escape');
  });

  test('tells of a method by Shift+Tab', async () => {
    await notebook.edit('inspect');
    for (let i = 0; i < '(-1)'.length; i++) await notebook.page.keyboard.press('ArrowLeft');
    await notebook.page.keyboard.press('Shift+Tab');
    await notebook.page.waitForFunction(() => {
      const tooltip = document.querySelector('#tooltip');
      return tooltip.checkVisibility() && getComputedStyle(tooltip).opacity === '1'; // It fades in.
    });
    assert.match(await notebook.page.innerText('#tooltip .tooltiptext'), /int Math\.Abs\(int value\)/);
    await notebook.screenshot('tooltip', 'inspect');
    await notebook.page.keyboard.press('Escape');
  });

  test('ends an endless cell by the stop button, and keeps its variables', async () => {
    await notebook.run('declare');
    await notebook.start('endless');
    await notebook.page.waitForSelector('.output_stream:has-text("started")');
    await notebook.press('interrupt-kernel');
    await notebook.finished();
    assert.match(await notebook.output('endless'), /interrupted/i);
    await notebook.screenshot('interrupted', 'endless');
    await shows('ask', /42/);
  });

  test('shows a traceback that names the error and the lines', async () => {
    const traceback = await notebook.run('failing');
    assert.match(traceback, /ArgumentException/);
    assert.match(traceback, /3 is odd\./);
    assert.match(traceback, /Half.*line 1/);
    await notebook.screenshot('traceback', 'failing');
  });

  test('forgets its variables by Restart, and runs again', async () => {
    const first = await kernel();
    await notebook.choose('kernellink', 'restart_kernel');
    await notebook.page.click('.modal-footer button:has-text("Restart")');
    await kernel(first);
    await notebook.ready();
    await runsAnew();
  });

  test('tells that its kernel was killed, gets another and runs again', async () => {
    const first = await kernel();
    process.kill(first, 'SIGKILL');
    await notebook.page.waitForSelector('.modal-title:has-text("Kernel Restarting")');
    await notebook.screenshot('killed', 'ask');
    await notebook.page.click('.modal-footer button');
    await kernel(first);
    await runsAnew();
  });

  test('asks nobody but its server, and its scripts run without errors', () => assert.deepEqual(notebook.problems, []));
});
