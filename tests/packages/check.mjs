// node check.mjs BUNDLES_DIR [NAME...]
// Compares each bundle NAME.mjs with the package it was made of: the names and types of the exports, and the values of a
// few calls, all of them also as written down in packages.json. Prints a line for each package and `packages: P/T`.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packages } from './packages.mjs';
import { runProbe } from './runProbe.mjs';

const [bundles, ...only] = process.argv.slice(2);
if (!bundles) {
  console.error('usage: node check.mjs BUNDLES_DIR [NAME...]');
  process.exit(2);
}

function differences(smokes, native, bundled) {
  if (native.error) return [`the package itself: ${native.error}`];
  if (bundled.error) return [bundled.error];
  const found = [];
  const names = [...new Set([...Object.keys(native.types), ...Object.keys(bundled.types)])].sort();
  const missing = names.filter(name => !(name in bundled.types));
  const extra = names.filter(name => !(name in native.types));
  if (missing.length) found.push(`${missing.length} exports are missing: ${some(missing)}`);
  if (extra.length) found.push(`${extra.length} exports are too many: ${some(extra)}`);
  const changed = names.filter(name => name in native.types && name in bundled.types && native.types[name] !== bundled.types[name]);
  if (changed.length)
    found.push(`the types of ${changed.length} exports differ: ${some(changed.map(name => `${name} is ${bundled.types[name]}, not ${native.types[name]}`))}`);
  smokes.forEach(([expression, expected], index) => {
    const written = JSON.stringify(expected);
    if (native.values[index] !== written) found.push(`the package itself: ${expression}\n      is  ${native.values[index]}\n      not ${written}`);
    else if (bundled.values[index] !== written) found.push(`${expression}\n      is  ${bundled.values[index]}\n      not ${written}`);
  });
  return found;
}

const some = list => list.slice(0, 8).join(', ') + (list.length > 8 ? ', …' : '');

// Away from node_modules, so that an import which the bundler left in place fails.
const away = await mkdtemp(path.join(tmpdir(), 'bundles-'));
let passed = 0;
const chosen = only.length ? packages.filter(({ name }) => only.includes(name)) : packages;
try {
  await cp(bundles, away, { recursive: true });
  for (const { name, specifier, smokes } of chosen) {
    const expressions = smokes.map(([expression]) => expression);
    const [native, bundled] = await Promise.all([
      runProbe(specifier, expressions),
      runProbe(pathToFileURL(path.join(away, `${name}.mjs`)).href, expressions),
    ]);
    const found = differences(smokes, native, bundled);
    if (found.length === 0) passed++;
    const size = native.types ? `${Object.keys(native.types).length} exports, ${smokes.length} calls` : '';
    console.log(found.length ? `not ok ${name}\n    ${found.join('\n    ')}` : `ok ${name} (${size})`);
  }
} finally {
  await rm(away, { recursive: true, force: true });
}
console.log(`packages: ${passed}/${chosen.length}`);
process.exitCode = passed === chosen.length ? 0 : 1;
