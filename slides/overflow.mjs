// Measures pages that Marp made with its bare template. Prints a line for each thing that a class would not see, or not read.
//   node overflow.mjs PAGE.html …
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const smallest = 24; // px, at 1280 × 720
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  for (const file of process.argv.slice(2)) {
    await page.goto(pathToFileURL(path.resolve(file)).href);
    await page.evaluate(() => document.fonts.ready);
    const found = await page.evaluate(smallest => [...document.querySelectorAll('section')].flatMap((section, index) => {
      const frame = section.getBoundingClientRect(), style = getComputedStyle(section), scale = frame.width / section.offsetWidth;
      const right = frame.right - parseFloat(style.paddingRight) * scale, bottom = frame.bottom - parseFloat(style.paddingBottom) * scale;
      const problems = [];
      const say = (what, element) => problems.push(`slide ${index + 1}: ${what}: ${(element.alt || element.textContent || element.tagName).trim().replace(/\s+/g, ' ').slice(0, 60)}`);
      for (const element of section.querySelectorAll('h1, h2, h3, p, li, pre, table, blockquote, img, mjx-container')) {
        const box = element.getBoundingClientRect();
        if (element.tagName === 'IMG' && element.naturalWidth === 0) say('a figure does not load', element);
        else if (element.tagName === 'IMG' && box.height < 200 * scale) say('a figure is lower than 200 px', element);
        if (box.right > right + 1 || box.bottom > bottom + 1 || box.left < frame.left || box.top < frame.top) say('runs out of the slide', element);
        if (element.scrollWidth > element.clientWidth + 1 && element.tagName === 'PRE') say('code is cut off', element);
      }
      const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { parentElement: parent, data } = texts.currentNode;
        if (!data.trim() || parent.closest('mjx-container, style, script')) continue;
        if (parseFloat(getComputedStyle(parent).fontSize) < smallest) say(`text is smaller than ${smallest} px`, parent);
        if (/\$|\\[a-z]{2,}/i.test(data) && !parent.closest('code, pre')) say('raw LaTeX', parent);
      }
      return problems;
    }), smallest);
    for (const problem of found) console.log(`${path.basename(file, '.html')}, ${problem}`);
  }
} finally {
  await browser.close();
}
