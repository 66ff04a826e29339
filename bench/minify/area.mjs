// inox minify beside esbuild, SWC, oxc-minify and terser on the files of the public minification benchmark: bytes after gzip -9, time, and
// proof that each output still works.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../harness/folders.mjs';
import { number, table, withRatio } from '../harness/table.mjs';
import { installPackages } from '../build/install.mjs';
import { cases } from './cases.mjs';

export const title = 'inox minify and its peers';
export const toolNames = ['inox', 'esbuild', 'swc', 'oxc', 'terser'];
export const caseNames = Object.keys(cases);

const here = join(root, 'bench/minify');
const notes = `Comments that ask to be kept are made plain ones first, as in the public benchmark. gz is \`gzip -9\` of the output, in bytes; in
parentheses times the smallest peer's. Times are milliseconds, the fastest run: for inox the whole process, with its start and reading and writing the
file, for the others the call of their JavaScript interface alone. \`broken\` says that the output did not pass the check of its library.`;

const unpreserve = code => code.replaceAll('/*!', '/*').replaceAll('* @license', '*');

function gzip(file) {
  const { stdout, status } = spawnSync('gzip', ['-9', '-n', '-c', file], { maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`gzip failed on ${file}`);
  return stdout.length;
}

function runInox(input, output, runs) {
  let fastest = Infinity;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    const { status, stderr } = spawnSync(join(root, 'artifacts/native/inox'), ['minify', input, `--outfile=${output}`], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`inox minify failed on ${input}\n${stderr}`);
    fastest = Math.min(fastest, performance.now() - started);
  }
  return fastest;
}

function runPeer(tool, input, output, runs, work) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, 'tool.mjs'), tool, input, output, String(runs), work], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool} failed on ${input}\n${stderr}`);
  return Number(stdout);
}

function works(name, file, work) {
  return spawnSync(process.execPath, [join(here, 'check.mjs'), name, file, work], { timeout: 120_000 }).status === 0;
}

function measure(name, tools, { runs, work }) {
  const input = join(work, 'in', `${name}.js`);
  writeFileSync(input, unpreserve(readFileSync(join(work, 'node_modules', cases[name].file), 'utf8')));
  return tools.map(tool => {
    const output = join(work, 'out', `${name}.${tool}.js`);
    const time = tool === 'inox' ? runInox(input, output, runs) : runPeer(tool, input, output, tool === 'terser' ? 1 : runs, work);
    return { tool, time, gz: gzip(output), ok: works(name, output, work) };
  });
}

export async function run({ runs, tools, cases: chosen, work }) {
  for (const name of ['package.json', '.npmrc']) copyFileSync(join(here, name), join(work, name));
  installPackages(work);
  for (const folder of ['in', 'out']) mkdirSync(join(work, folder), { recursive: true });
  if (tools.includes('inox')) spawnSync(join(root, 'inox'), ['--version']);

  let failures = 0;
  const sizes = [], times = [];
  for (const name of chosen) {
    const results = measure(name, tools, { runs, work });
    failures += results.filter(result => !result.ok).length;
    const peers = results.filter(({ tool, ok }) => tool !== 'inox' && ok).map(result => result.gz);
    const smallest = peers.length > 0 ? Math.min(...peers) : results[0].gz;
    sizes.push([name, ...results.map(({ gz, ok }) => (ok ? withRatio(gz, smallest) : `broken ${number(gz)}`))]);
    times.push([name, ...results.map(({ time }) => number(time))]);
    console.error(`bench: ${name} done`);
  }
  return { report: `${notes}\n\n## gz\n\n${table(['file', ...tools], sizes)}\n\n## ms\n\n${table(['file', ...tools], times)}\n`, failures };
}
