// inox css beside lightningcss, esbuild and cssnano: bytes, bytes after gzip -9, and time, as a process and as a library.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../harness/folders.mjs';
import { median, runOnce } from '../harness/measure.mjs';
import { number, table, withRatio } from '../harness/table.mjs';
import { installPackages } from '../build/install.mjs';
import { caseNames, fileOf } from './cases.mjs';

export { caseNames };
export const title = 'inox css and its peers';

const here = join(root, 'bench/css');
const platform = `${process.platform}-${process.arch}`;
const inox = join(root, 'artifacts/native/inox');

// Commands that read a file and write one.
const commands = {
  inox: (input, output) => ['sh', '-c', `exec '${inox}' css '${input}' --minify > '${output}'`],
  lightningcss: (input, output, work) => [join(work, 'node_modules/lightningcss-cli/lightningcss'), '--minify', '--error-recovery', input, '-o', output],
  esbuild: (input, output, work) => [join(work, `node_modules/@esbuild/${platform}/bin/esbuild`), input, '--minify', `--outfile=${output}`, '--log-level=error'],
};
const libraries = ['lightningcss', 'esbuild', 'cssnano'];
export const toolNames = [...new Set([...Object.keys(commands), ...libraries])];

const notes = `All keep legal comments, except lightningcss, which keeps those at the head. gz is \`gzip -9\`. In parentheses: times the figure of inox. A process
is the command from start to end on one file; its CPU time is of all threads. A library is called in Node, text to text, without the start of Node, the fastest run.
\`unstable\` is an output that inox reads and writes otherwise than it does the sheet itself: something was lost or read in another way.`;

const gzip = file => gzipSync(readFileSync(file), { level: 9 }).length;

// What inox makes of a sheet, it makes of its own output again.
function isStable(output) {
  const { stdout, status } = spawnSync(inox, ['css', output, '--minify'], { maxBuffer: 1 << 28 });
  return status === 0 && stdout.equals(readFileSync(output));
}

async function measureCommands(input, name, tools, { runs, work }) {
  const results = Object.fromEntries(tools.map(tool => [tool, []]));
  for (let run = -1; run < runs; run++) {
    for (const tool of tools) {
      const result = await runOnce(commands[tool](input, join(work, 'out', `${name}.${tool}.css`), work), { cwd: work });
      if (!result.ok) results[tool].error = result.output.trim().split('\n')[0] || 'failed';
      else if (run >= 0) results[tool].push(result);
    }
  }
  return results;
}

function measureLibrary(tool, input, output, runs, work) {
  const { status, stdout } = spawnSync(process.execPath, [join(here, 'run-peer.mjs'), tool, input, output, String(tool === 'cssnano' ? 1 : runs), work], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : NaN;
}

export async function run({ runs, tools, cases, work }) {
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(here, name), join(work, name));
  installPackages(work);
  mkdirSync(join(work, 'out'), { recursive: true });
  if (tools.includes('inox')) spawnSync(join(root, 'inox'), ['--version']);
  const commandTools = tools.filter(tool => tool in commands), libraryTools = tools.filter(tool => libraries.includes(tool));
  let failures = 0;
  const sizes = [], walls = [], cpus = [], calls = [];
  for (const name of cases) {
    const input = fileOf(name, work);
    const results = await measureCommands(input, name, commandTools, { runs, work });
    const times = libraryTools.map(tool => measureLibrary(tool, input, join(work, 'out', `${name}.${tool}-library.css`), runs, work));
    const outputs = tools.map(tool => join(work, 'out', `${name}.${tool in commands ? tool : `${tool}-library`}.css`));
    const stable = !tools.includes('inox') || isStable(outputs[tools.indexOf('inox')]);
    if (!stable) failures++;
    const bytes = outputs.map(file => readFileSync(file).length), zipped = outputs.map(gzip);
    sizes.push([name, ...tools.map((tool, i) => `${number(bytes[i])}, gz ${withRatio(zipped[i], zipped[0])}${tool === 'inox' && !stable ? ' unstable' : ''}`)]);
    const of = (tool, key) => (results[tool].error ? NaN : median(results[tool].map(result => result[key])));
    for (const [rows, key] of [[walls, 'wall'], [cpus, 'cpu']]) {
      rows.push([name, ...commandTools.map(tool => (results[tool].error ? results[tool].error.slice(0, 40) : withRatio(of(tool, key), of(commandTools[0], key), 1)))]);
    }
    calls.push([name, ...times.map(time => (Number.isNaN(time) ? 'failed' : number(time, 1)))]);
    failures += times.filter(Number.isNaN).length;
    console.error(`bench: ${name} done`);
  }
  const section = (heading, head, rows) => `## ${heading}\n\n${table(['file', ...head], rows)}`;
  return {
    report: [notes, section('Bytes', tools, sizes), section('Process: median wall ms', commandTools, walls), section('Process: median CPU ms', commandTools, cpus), section('Library in Node: ms', libraryTools, calls)].join('\n\n') + '\n',
    failures,
  };
}
