// A VS Code window in Chromium: what a person does in it, and what a person sees.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const shots = path.resolve(import.meta.dirname, '../../../TestResults/vscode');

/** Nothing is expected to be quick: what hangs fails its step, instead of holding up all others. */
const patience = 600_000;

/** Waits until a question has a true answer, and gives that answer. */
export const until = async (what, ask) => {
  for (const end = Date.now() + patience; ;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`did not happen within ${patience / 1000} s: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
};

/** Opens Chromium, which finds no host but this one. */
export const open = async url => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    timeout: patience,
  });
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(url);
  return new Window(browser, page);
};

class Window {
  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
  }

  close() { return this.browser.close(); }

  async shot(name) {
    fs.mkdirSync(shots, { recursive: true });
    await this.page.waitForTimeout(500);
    await this.page.screenshot({ path: path.join(shots, `${name}.png`) });
  }

  /** Opens the palette or the list of files with a key, and types; a window that is still busy may miss the key. */
  async ask(key, text) {
    const input = this.page.locator('.quick-input-widget input').first();
    await until(`${key} opens a list`, async () => {
      await this.page.keyboard.press(key);
      return input.waitFor({ timeout: 2000 }).then(() => true, () => false);
    });
    await input.fill(text);
  }

  /** Takes the first answer that holds a text. */
  async choose(text) {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Runs a command by its name in the palette. */
  async command(name) {
    await this.ask('F1', `>${name}`);
    await this.choose(name);
  }

  async openFile(name) {
    await this.ask('Control+P', name);
    await this.choose(name);
    await this.toolbar.waitFor();
  }

  get toolbar() { return this.page.locator('.notebook-toolbar-container'); }

  /** A notification that says this. */
  notification(text) { return this.page.locator('.notification-list-item', { hasText: text }); }

  press(locator, button) { return locator.locator('.monaco-button', { hasText: new RegExp(`^${button}$`) }).first().click(); }

  /** Selects a cell, counted from 1 as in the status bar, without editing it. */
  async goToCell(number) {
    const selected = async () => Number(/Cell (\d+) of/.exec(await this.page.locator('.statusbar').innerText())?.[1]);
    await until('the first cell is selected', async () => {
      await this.page.locator('.notebook-editor .monaco-list').first().focus();
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+Home');
      await this.page.waitForTimeout(200);
      return await selected() === 1;
    });
    for (let at = 1; at < number; at++) await this.page.keyboard.press('ArrowDown');
    await until(`cell ${number} is selected`, async () => await selected() === number);
  }

  get focusedCell() { return this.page.locator('.notebook-editor .monaco-list-row.focused').first(); }

  /** Replaces the text of the selected cell. */
  async write(text) {
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Escape');
  }

  /** The frame of the notebook's outputs; a notebook that was closed and opened has another. */
  async outputs() {
    const frames = this.page.frames().filter(frame => frame.url().includes('/fake.html') && !frame.isDetached());
    for (const frame of frames.reverse())
      if (await frame.locator('.output_container').count().catch(() => 0) > 0) return frame;
    return undefined;
  }

  /** Scrolls below the selected cell until the first match in its outputs stands whole in the window. */
  async reveal(selector) {
    const list = this.page.locator('.notebook-editor .monaco-list').first();
    await list.hover();
    return until(`${selector} is in sight`, async () => {
      const frame = await this.outputs();
      const found = frame?.locator(`${selector} >> visible=true`).first();
      if (!found || await found.count() === 0) { await this.page.mouse.wheel(0, 300); return undefined; }
      const [box, view] = [await found.boundingBox(), await list.boundingBox()];
      if (box && box.y >= view.y && box.y + Math.min(box.height, view.height - 60) <= view.y + view.height) return found;
      await this.page.mouse.wheel(0, box && box.y < view.y ? -300 : 300);
      return undefined;
    });
  }

  /** The text of the outputs that are in the window. */
  async outputText() { return await (await this.outputs())?.locator('body').innerText().catch(() => '') ?? ''; }

  isRunning() { return this.toolbar.getByText('Interrupt').isVisible(); }

  async runAll() {
    await this.toolbar.getByText('Run All').click();
    await until('cells run', () => this.isRunning());
  }

  async runCell() {
    await this.focusedCell.hover();
    await this.focusedCell.locator('.run-button-container .codicon').first().click();
    await this.page.mouse.move(700, 5);
  }

  idle() { return until('no cell runs any more', async () => !await this.isRunning()); }

  async save(file) {
    const before = fs.statSync(file).mtimeMs;
    await this.page.keyboard.press('Control+S');
    await until(`${path.basename(file)} is saved`, () => fs.statSync(file).mtimeMs > before);
  }
}

export const cellsOf = file => JSON.parse(fs.readFileSync(file, 'utf8')).cells;

/** The number of a cell by its id, counted from 1. */
export const numberOf = (file, id) => {
  const index = cellsOf(file).findIndex(cell => cell.id === id);
  assert.ok(index >= 0, `${file} has no cell ${id}`);
  return index + 1;
};
