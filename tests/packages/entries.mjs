// node entries.mjs OUT_DIR
// Writes an entry module NAME.mjs for each package, to be bundled (ESM, for Node, NODE_ENV left alone) into NAME.mjs of
// another folder, which check.mjs then compares with the package itself. OUT_DIR has to be inside this folder, where the
// packages can be resolved from.
//
// An ES module is re-exported with `export *`, so that the bundler has to find the names. The names of a CommonJS module
// are whatever the platform can guess, and bundlers guess differently from Node; there, and where a package says
// `listed` because its ES module is `export *` of CommonJS, the entry lists the names that Node sees.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packages } from './packages.mjs';
import { runProbe } from './runProbe.mjs';

const [out] = process.argv.slice(2);
if (!out) {
  console.error('usage: node entries.mjs OUT_DIR');
  process.exit(2);
}

async function isCommonJs(file) {
  if (/\.[cm]js$/.test(file)) return file.endsWith('.cjs');
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const manifest = await readFile(path.join(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (manifest) return JSON.parse(manifest).type !== 'module';
    if (folder === path.dirname(folder)) return true;
  }
}

async function entryOf({ specifier, listed }) {
  const { types, error } = await runProbe(specifier);
  if (error) throw new Error(`cannot import ${specifier}: ${error}`);
  const from = `from ${JSON.stringify(specifier)};\n`;
  if (listed || await isCommonJs(fileURLToPath(import.meta.resolve(specifier))))
    return `export {\n${Object.keys(types).map(name => `  ${name},\n`).join('')}} ${from}`;
  return `export * ${from}${'default' in types ? `export { default } ${from}` : ''}`;
}

await mkdir(out, { recursive: true });
for (const each of packages) await writeFile(path.join(out, `${each.name}.mjs`), await entryOf(each));
console.log(`${packages.length} entries in ${out}`);
