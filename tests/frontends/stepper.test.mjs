// Steppers as a lecturer uses them: buttons, slider and arrow keys; several on a page; and without script, a list.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { blank, open } from './browser.mjs';
import { chapters, outputs } from './notebooks.mjs';

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

const isStepper = html => html.startsWith('<section data-stepper');

// Set in two steps, as notebooks do: HTML that is only inserted does not run its scripts.
const show = async (page, pieces) => page.setContent(`<!doctype html><meta charset="utf-8"><body>${pieces.join('\n')}</body>`);

const state = (page, index) => page.evaluate(i => {
  const root = document.querySelectorAll('[data-stepper]')[i];
  return {
    says: root.querySelector('output').textContent,
    visible: [...root.querySelectorAll(':scope > ol > li')].map((li, k) => li.checkVisibility() ? k + 1 : 0).filter(k => k > 0),
    controls: root.querySelector('[data-controls]').checkVisibility(),
  };
}, index);

for (const chapter of chapters) {
  const steppers = outputs(chapter, 'text/html').filter(({ value }) => isStepper(value));
  for (const { cell, value } of steppers)
    test(`the stepper in cell ${cell} of ${chapter.name} goes through all its frames`, async () => {
      const { page, problems } = await blank(browser);
      await show(page, [value]);
      const frames = await page.locator('[data-stepper] > ol > li').count();
      assert.ok(frames > 1);
      for (let step = 1; step <= frames; step++) {
        assert.deepEqual(await state(page, 0), { says: `${step} / ${frames}`, visible: [step], controls: true });
        if (step < frames) await page.click('[data-by="1"]');
      }
      assert.equal(await page.locator('[data-by="1"]').isDisabled(), true);
      await page.click('[data-by="-1"]');
      assert.deepEqual((await state(page, 0)).visible, [frames - 1]);
      await page.locator('input[type=range]').fill('1');
      assert.deepEqual((await state(page, 0)).visible, [1]);
      await page.focus('[data-stepper]');
      await page.keyboard.press('End');
      assert.deepEqual((await state(page, 0)).visible, [frames]);
      await page.keyboard.press('ArrowLeft');
      assert.deepEqual((await state(page, 0)).visible, [frames - 1]);
      await page.keyboard.press('Home');
      assert.deepEqual((await state(page, 0)).visible, [1]);
      assert.deepEqual(problems, []);
    });

  if (steppers.length > 0)
    test(`the steppers of ${chapter.name} read as a list where no script runs`, async () => {
      const { page, problems } = await blank(browser, { javaScriptEnabled: false });
      await show(page, steppers.map(stepper => stepper.value));
      for (const frame of await page.locator('[data-stepper] > ol > li').all()) assert.equal(await frame.isVisible(), true);
      for (const controls of await page.locator('[data-controls]').all()) assert.equal(await controls.isVisible(), false);
      assert.deepEqual(problems, []);
    });
}

test('two steppers on a page move apart from each other', async () => {
  const [first] = chapters.flatMap(chapter => outputs(chapter, 'text/html')).filter(({ value }) => isStepper(value));
  assert.ok(first, 'no chapter has a stepper');
  const { page, problems } = await blank(browser);
  await show(page, [first.value, first.value]);
  await page.locator('[data-by="1"]').nth(1).click();
  assert.deepEqual((await state(page, 0)).visible, [1]);
  assert.deepEqual((await state(page, 1)).visible, [2]);
  assert.deepEqual(problems, []);
});
