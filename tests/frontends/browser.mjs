// Headless Chromium, offline: a page that asks the network for anything, or writes to the console, is a failure.
import { chromium } from 'playwright-core';

// Nothing is expected to be quick: what hangs fails its test, instead of holding up all others.
const timeout = 600_000;

/** Opens Chromium; CHROME_PATH names another than Debian's. */
export const open = () => chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'], // as root, Chromium has no sandbox
  timeout,
});

/** An empty page, and the list of what went wrong on it. */
export const blank = async (browser, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
  context.setDefaultTimeout(timeout);
  const page = await context.newPage();
  const problems = [];
  // The driver of the software renderer talks of its own speed.
  const ofDriver = message => message.text().includes('GL Driver Message');
  page.on('console', message => { if (message.type() !== 'info' && !ofDriver(message)) problems.push(`${message.type()}: ${message.text()}`); });
  page.on('pageerror', error => problems.push(String(error)));
  page.on('request', request => { if (/^(https?|wss?):/.test(request.url())) problems.push(`asks for ${request.url()}`); });
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  return { page, problems };
};
