// The decks as pages: nothing overflows in Chromium, and HTML and PDF are made of every deck. Needs the built commands.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const run = async (command, ...args) => {
  try { return { code: 0, ...await promisify(execFile)(command, args, { cwd: root }) }; } catch (error) { return error; }
};
const unrolled = (...args) => run('dotnet', path.join(root, 'lib/Unrolled.Cli/bin/Debug/net10.0/Unrolled.Cli.dll'), ...args);
const inFolder = async work => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'unrolled-slides-'));
  try { await work(folder); } finally { fs.rmSync(folder, { recursive: true }); }
};
const decks = fs.existsSync(path.join(root, 'slides')) ? fs.readdirSync(path.join(root, 'slides')).filter(file => file.endsWith('.md') && file !== 'README.md') : [];

test('nothing on the slides is stale, and nothing overflows', async () => {
  const { code, stdout, stderr } = await unrolled('slides', 'check');
  assert.equal(code, 0, stdout + stderr);
  assert.doesNotMatch(stdout, /overflow not checked/);
});

test('slides build makes an HTML and a PDF file of every deck', () => inFolder(async folder => {
  const { code, stdout, stderr } = await unrolled('slides', 'build', '--out', folder);
  assert.equal(code, 0, stdout + stderr);
  assert.ok(decks.length > 0);
  for (const deck of decks) {
    const pdf = fs.readFileSync(path.join(folder, deck.replace('.md', '.pdf')));
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    const html = fs.readFileSync(path.join(folder, deck.replace('.md', '.html')), 'utf8');
    for (const [, figure] of html.matchAll(/src="(figures\/[^"]+)"/g)) assert.ok(fs.existsSync(path.join(folder, figure)), figure);
    assert.doesNotMatch(html, /(src|href)="https?:[^"]*\.(js|css|woff2?)"/);
  }
}));

test('what a class would not see or not read is found', () => inFolder(async folder => {
  const slide = content => `<section style="position:relative;width:1280px;height:720px;padding:48px;box-sizing:border-box;font-size:28px">${content}</section>`;
  const page = path.join(folder, 'bad.html');
  fs.writeFileSync(page, `<!doctype html><meta charset="utf-8"><body style="margin:0">${[
    '<p>All is well.</p>',
    '<div style="height:660px"></div><p>Below the edge</p>',
    '<p style="font-size:20px">Small print</p>',
    '<p>Raw $\\frac{1}{2}$</p>',
    '<p><img alt="Gone" src="gone.svg"></p>',
  ].map(slide).join('')}`);
  const { stdout } = await run('node', path.join(root, 'slides/overflow.mjs'), page);
  assert.deepEqual(stdout.trim().split('\n'), [
    'bad, slide 2: runs out of the slide: Below the edge',
    'bad, slide 3: text is smaller than 24 px: Small print',
    'bad, slide 4: raw LaTeX: Raw $\\frac{1}{2}$',
    'bad, slide 5: a figure does not load: Gone',
  ]);
}));
