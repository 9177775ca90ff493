// A notebook on a page of the classic Jupyter Notebook, used by mouse and keyboard. What cannot be seen is asked of the page's own model.
import fs from 'node:fs';
import path from 'node:path';
import { patience, root } from './classic-server.mjs';

const screenshots = path.join(root, 'TestResults/classic');

/** Opens a notebook of the course's copy and waits for its kernel. */
export const openNotebook = async (browser, server, name) => {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const problems = [];
  page.on('pageerror', error => problems.push(String(error)));
  page.on('request', request => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(server.url)) problems.push(`asks for ${request.url()}`);
  });
  await page.goto(`${server.url}notebooks/notebooks/${name}?token=${server.token}`);
  const notebook = new ClassicNotebook(page, problems);
  await notebook.ready();
  return notebook;
};

class ClassicNotebook {
  constructor(page, problems) {
    Object.assign(this, { page, problems });
  }

  /** Waits until the kernel is there and has nothing to do. */
  async ready() {
    await this.page.waitForFunction(() => globalThis.Jupyter?.notebook?._fully_loaded && Jupyter.notebook.kernel?.is_connected());
    await this.page.waitForSelector('#kernel_indicator_icon.kernel_idle_icon');
  }

  /** Waits until no cell runs: each has its reply and all that it shows. */
  async finished() {
    await this.page.waitForFunction(() => {
      const isDone = request => !request || request.shell_done && request.iopub_done;
      const requests = Jupyter.notebook.kernel._msg_callbacks;
      return Jupyter.notebook.get_cells().every(cell => cell.input_prompt_number !== '*' && isDone(requests[cell.last_msg_id]));
    });
  }

  kernelId() {
    return this.page.evaluate(() => Jupyter.notebook.kernel.id);
  }

  /** A cell by its id. */
  async cell(id) {
    const index = await this.page.evaluate(wanted => Jupyter.notebook.get_cells().findIndex(cell => cell.id === wanted), id);
    return this.page.locator('#notebook-container > .cell').nth(index);
  }

  /** The text that stands below a cell. */
  async output(id) {
    return (await this.cell(id)).locator('.output').innerText();
  }

  /** What can be seen of each figure. */
  figures() {
    return this.page.locator('.output_svg svg').evaluateAll(all => all.map(svg => ({
      visible: svg.checkVisibility(),
      drawn: [...svg.querySelectorAll('path, polyline, rect, circle')].some(mark => mark.getBBox().width > 100),
      labelled: svg.querySelectorAll('text').length > 5,
    })));
  }

  /** Chooses an entry of a menu, by their ids on the page; submenus open under the pointer. */
  async choose(menu, ...entries) {
    await this.page.click(`#${menu}`);
    for (const submenu of entries.slice(0, -1)) await this.page.hover(`#${submenu}`);
    await this.page.click(`#${entries.at(-1)} > a`);
  }

  /** Clicks a button of the toolbar. */
  press(action) {
    return this.page.click(`button[data-jupyter-action="jupyter-notebook:${action}"]`);
  }

  /** Puts the caret at the end of a cell's code. */
  async edit(id) {
    await (await this.cell(id)).locator('.CodeMirror').click();
    await this.page.keyboard.press('Control+End');
  }

  /** Puts other code into a cell. */
  async write(id, code) {
    await this.edit(id);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(code);
  }

  /** Starts a cell. */
  async start(id) {
    await this.edit(id);
    await this.page.keyboard.press('Control+Enter');
  }

  /** Runs a cell; returns the text it leaves below. */
  async run(id) {
    await this.start(id);
    await this.finished();
    return this.output(id);
  }

  /** Saves by the toolbar and waits until the file is written. */
  async save() {
    const written = this.page.waitForResponse(response => response.request().method() === 'PUT' && response.url().includes('/api/contents/'));
    await this.press('save-notebook');
    await written;
  }

  /** What the window shows when a cell is scrolled into sight, to be looked at. */
  async screenshot(name, id) {
    fs.mkdirSync(screenshots, { recursive: true });
    await (await this.cell(id)).evaluate(element => element.scrollIntoView());
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  }

  close() {
    return this.page.context().close();
  }
}
