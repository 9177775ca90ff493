// The committed notebooks, as the tests need them.
import fs from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../../notebooks');
const text = lines => Array.isArray(lines) ? lines.join('') : lines ?? '';

/** A notebook file. */
export const read = file => {
  const { cells } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    name: path.relative(folder, file),
    cells: cells.map(cell => ({ id: cell.id, type: cell.cell_type, source: text(cell.source), outputs: cell.outputs ?? [] })),
  };
};

const inFolder = name => fs.existsSync(name) ? fs.readdirSync(name).filter(file => file.endsWith('.ipynb')).sort().map(file => read(path.join(name, file))) : [];

/** The chapters, in their order. */
export const chapters = inFolder(folder);

/** The chapters and the solutions. */
export const notebooks = [...chapters, ...inFolder(path.join(folder, 'solutions'))];

/** All outputs of one MIME type in a notebook, each with the id of its cell. */
export const outputs = (notebook, mimeType) => notebook.cells.flatMap(cell => cell.outputs
  .filter(output => output.data?.[mimeType] !== undefined)
  .map(output => ({ cell: cell.id, value: mimeType.endsWith('json') ? output.data[mimeType] : text(output.data[mimeType]) })));
