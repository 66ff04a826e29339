// node run-peer.mjs PEER ROUNDS FOLDER FILE...: all files as one job, as often as asked; writes a line of JSON like tools/Inox.ParseBench.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from '../harness/measure.mjs';
import { peers } from './peers.mjs';

const [name, rounds, folder, ...files] = process.argv.slice(2);
const peer = peers[name];

if (peer.reads && !files.every(peer.reads)) {
  console.log(JSON.stringify({ cannot: 'reads no TypeScript' }));
  process.exit();
}

const { resolve } = createRequire(join(folder, 'package.json'));
const read = await peer.load(specifier => import(pathToFileURL(resolve(specifier))));
const sources = files.map(path => [readFileSync(path, 'utf8'), path]);
const times = [];
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  for (const [text, path] of sources) read(text, path);
  times.push(performance.now() - start);
}
console.log(JSON.stringify({ jobs: { [peer.job ?? 'parse']: { min: Math.min(...times), median: median(times) } } }));
