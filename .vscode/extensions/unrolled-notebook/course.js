'use strict';
// Where the course stands on disk, and whether its library must be built.
const fs = require('node:fs');
const path = require('node:path');

/** The projects by the folder of lib/bin in which their assemblies stand. */
const projects = { course: ['Unrolled', 'Unrolled.Figures', 'Unrolled.Exercises'], kernel: ['Unrolled.Notebooks', 'Unrolled.Kernel'] };
const shared = ['Directory.Build.props', 'Directory.Packages.props', 'lib/Directory.Build.props', 'lib/Directory.Build.targets'];
/** Files outside of a project's folder that are built into it. @type {Record<string, string>} */
const embedded = { 'Unrolled.Exercises': 'notebooks/solutions' };
const source = /\.(cs|csproj|ipynb)$/;

/** The nearest folder, at or above one of these, that holds the course. @param {string[]} folders @returns {string | undefined} */
const findRoot = folders => {
  for (const folder of folders)
    for (let at = folder; ; at = path.dirname(at)) {
      if (fs.existsSync(path.join(at, 'Unrolled.slnx'))) return at;
      if (at === path.dirname(at)) break;
    }
  return undefined;
};

/** @param {string} root */
const kernelPath = root => path.join(root, 'lib/bin/kernel/Unrolled.Kernel.dll');

/** @param {string} file */
const changed = file => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;

/** @param {string} folder @returns {string[]} */
const sourcesIn = folder => !fs.existsSync(folder) ? [] : fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
  const at = path.join(folder, entry.name);
  if (entry.isDirectory()) return ['bin', 'obj', '.ipynb_checkpoints'].includes(entry.name) ? [] : sourcesIn(at);
  return source.test(entry.name) ? [at] : [];
});

/**
 * Why the library must be built, or undefined when it stands.
 * @param {string} root
 * @param {number} since changes up to this time are known to be built
 * @returns {string | undefined}
 */
const whyBuild = (root, since = 0) => {
  for (const [folder, names] of Object.entries(projects))
    for (const name of names) {
      const built = changed(path.join(root, 'lib/bin', folder, `${name}.dll`));
      if (built === undefined) return `${name} has not been built yet`;
      const sources = [...shared.map(file => path.join(root, file)), ...sourcesIn(path.join(root, 'lib', name)),
        ...(name in embedded ? sourcesIn(path.join(root, embedded[name])) : [])];
      const newer = sources.find(file => (changed(file) ?? 0) > Math.max(built, since));
      if (newer) return `${path.relative(root, newer)} has changed`;
    }
  return undefined;
};

module.exports = { findRoot, kernelPath, whyBuild };
