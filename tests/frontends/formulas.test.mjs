// Every formula is set without error by both engines: KaTeX (VS Code) and MathJax (Jupyter, the slides).
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import katex from 'katex';
import markdownIt from 'markdown-it';
import texmath from 'markdown-it-texmath';
import { notebooks } from './notebooks.mjs';

const require = createRequire(import.meta.url);
const mathjax = await require('mathjax').init({
  loader: { load: ['input/tex', 'output/svg'] },
  tex: { packages: { '[-]': ['noundefined'] } }, // it shows an unknown command in red instead of refusing it
});
const markdown = markdownIt({ html: true }).use(texmath, { engine: katex, delimiters: 'dollars' });

const tokens = list => list.flatMap(token => [token, ...tokens(token.children ?? [])]);

/** The formulas of a piece of Markdown, in their order. */
const formulas = source => tokens(markdown.parse(source, {}))
  .filter(token => token.type.startsWith('math_'))
  .map(token => ({ tex: token.content, display: token.type !== 'math_inline' }));

const byKatex = ({ tex, display }) => {
  try { katex.renderToString(tex, { displayMode: display, strict: 'error', throwOnError: true }); } catch (error) { return `KaTeX, ${tex}: ${error.message}`; }
};
const byMathJax = ({ tex, display }) => {
  const set = mathjax.startup.adaptor.outerHTML(mathjax.tex2svg(tex, { display }));
  if (/data-mml-node="merror"|data-mjx-error/.test(set)) return `MathJax, ${tex}: ${/data-mjx-error="([^"]*)"/.exec(set)?.[1] ?? 'error'}`;
};
const problems = source => formulas(source).flatMap(formula => [byKatex(formula), byMathJax(formula)]).filter(problem => problem !== undefined);

// A dollar sign that stands outside of every formula is one that opened none: the reader would see raw LaTeX.
const strayDollars = source => tokens(markdown.parse(source, {})).filter(token => token.type === 'text' && token.content.includes('$')).map(token => token.content);

for (const notebook of notebooks)
  test(`the formulas of ${notebook.name} are set by KaTeX and MathJax`, () => {
    const cells = notebook.cells.filter(cell => cell.type === 'markdown');
    const found = cells.flatMap(cell => [...problems(cell.source), ...strayDollars(cell.source)].map(problem => `cell ${cell.id}: ${problem}`));
    assert.deepEqual(found, []);
  });

test('a broken formula is found by each engine, and so is a stray dollar', () => {
  assert.equal(problems('$\\frac{1}$').length, 2);
  assert.equal(problems('$$\\nonsense{1}$$').length, 2);
  assert.deepEqual(problems('$W_{hh} h_{t-1}$'), []);
  assert.equal(strayDollars('it costs $5').length, 1);
});
