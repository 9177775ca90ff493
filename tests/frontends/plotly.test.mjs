// The Plotly JSON of every committed figure is drawn by plotly.js itself: no error, no warning, no attribute it doesn't know.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { blank, open } from './browser.mjs';
import { chapters, outputs } from './notebooks.mjs';

const plotly = createRequire(import.meta.url).resolve('plotly.js-dist-min');
let browser, page, problems;
before(async () => {
  browser = await open();
  ({ page, problems } = await blank(browser));
  await page.addScriptTag({ path: plotly });
});
after(() => browser.close());

/** Draws the figure alone on the page; returns what plotly.js and the page complain about, and how many marks they draw. */
const draw = async figure => {
  problems.length = 0;
  const found = await page.evaluate(async ({ data, layout }) => {
    document.body.replaceChildren();
    const place = document.body.appendChild(document.createElement('div'));
    const unknown = Plotly.validate(data, layout) ?? [];
    await Plotly.newPlot(place, data, layout);
    return {
      unknown: unknown.map(found => found.msg),
      title: layout.title?.text ?? '',
      shown: place.querySelectorAll('path.js-line, path.point, .point path, .hm image, canvas, path.js-fill').length,
    };
  }, figure);
  return { ...found, problems: [...problems, ...found.unknown] };
};

const mime = 'application/vnd.plotly.v1+json';
for (const chapter of chapters)
  for (const { cell, value } of outputs(chapter, mime))
    test(`plotly.js draws ${value.layout?.meta?.name ?? `cell ${cell}`} of ${chapter.name}`, async () => {
      const { problems, title, shown } = await draw(value);
      assert.deepEqual(problems, []);
      assert.notEqual(title, '');
      assert.ok(shown > 0, 'nothing was drawn');
    });

test('an attribute that plotly.js does not know is found', async () => {
  const { problems } = await draw({ data: [{ type: 'scatter', y: [1, 2], markers: 3 }], layout: { title: { text: 'wrong' } } });
  assert.equal(problems.length, 1);
});
