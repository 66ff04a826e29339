// Parsers side by side: within one process, round after round, as a library is used; and whole processes over many small files.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from '../build/install.mjs';
import { root } from '../harness/folders.mjs';
import { median, runOnce } from '../harness/measure.mjs';
import { number, table, withRatio } from '../harness/table.mjs';
import { caseNames as inProcess, filesOf, titles } from './cases.mjs';
import { buildNative, processes, readers } from './tools.mjs';

export const title = 'inox parse and its peers';
export const toolNames = [...new Set([...Object.keys(readers), ...Object.keys(processes)])];
export const caseNames = [...inProcess, 'process'];

const notes = `Each parser gets the text of a file in memory and makes its tree, round after round in a process of its own, one thread; lowest and median
round in milliseconds. The tools take turns, case by case. inox is the native binary of tools/Inox.ParseBench with the library that the
command has; "+ print" is what follows: the tree as text again, in UTF-8. oxc-parser makes no JavaScript objects here: from Node 22 on its time is
that of the Rust parser and of handing over the text; before, writing the tree as JSON is a part of it. esbuild gives no tree: its transform parses and prints. @swc/core writes its tree as JSON, and
that is most of its time. acorn and meriyah read no TypeScript. In parentheses: times the figure of inox, smaller is better.`;

function measure(tool, files, rounds, work) {
  const { argv, cwd } = readers[tool](files, rounds, work);
  const { status, stdout, stderr } = spawnSync(argv[0], argv.slice(1), { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) return { error: `${stderr}${stdout}`.trim().split('\n')[0] || `exit code ${status}` };
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

function compareInProcess(name, chosen, { runs, work }) {
  const files = filesOf(name, work);
  const found = chosen.filter(tool => tool in readers).map(tool => [tool, measure(tool, files, runs * 3, work)]);
  const base = Object.fromEntries(found).inox;
  const rows = [];
  for (const [tool, result] of found) {
    if (result.error || result.cannot) {
      rows.push([tool, result.error ? `failed: ${result.error}` : result.cannot, '']);
      continue;
    }
    for (const [job, times] of Object.entries(result.jobs)) {
      const of = base?.jobs?.[job] ?? base?.jobs?.parse;
      rows.push([job === 'parse' ? tool : `${tool}, ${job}`, withRatio(times.min, of?.min ?? 0, 1), withRatio(times.median, of?.median ?? 0, 1)]);
    }
  }
  const characters = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
  const allocated = base?.jobs ? ` inox allocates ${number(base.jobs.parse.allocated / characters, 2)} bytes for each of source.` : '';
  const text = `${number(characters / 1000)} kB.${allocated}\n\n${table(['', 'min ms', 'median ms'], rows)}`;
  return { text, failures: found.filter(([, result]) => result.error).length };
}

async function compareProcesses(chosen, { runs, work }) {
  const files = filesOf('modules', work);
  const tools = chosen.filter(tool => tool in processes);
  const results = Object.fromEntries(tools.map(tool => [tool, []]));
  for (let run = -1; run < runs; run++) {
    for (const tool of tools) {
      const result = await runOnce(processes[tool](files, work), { cwd: work });
      if (!result.ok) throw new Error(`${tool} failed over ${files.length} modules\n${result.output.slice(0, 2000)}`);
      if (run >= 0) results[tool].push(result);
    }
  }
  const figure = (tool, key, pick) => pick(results[tool].map(result => result[key]));
  const base = results.inox ? 'inox' : tools[0];
  const lowest = values => Math.min(...values);
  const rows = tools.map(tool => [
    tool,
    withRatio(figure(tool, 'wall', lowest), figure(base, 'wall', lowest)),
    withRatio(figure(tool, 'wall', median), figure(base, 'wall', median)),
    withRatio(figure(tool, 'cpu', median), figure(base, 'cpu', median)),
    withRatio(figure(tool, 'peak', median) / 1e6, figure(base, 'peak', median) / 1e6),
  ]);
  return `Whole processes, all threads: \`inox parse --format short\`, \`oxlint\` with no rule, and \`esbuild\`, which also writes what it has transformed.

${table(['', 'min ms', 'median ms', 'CPU ms', 'peak MB'], rows)}`;
}

export async function run({ runs, tools: chosen, cases, work }) {
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(root, 'bench/parse', name), join(work, name));
  installPackages(work);
  if (chosen.includes('inox')) buildNative(work);
  const parts = [notes];
  let failures = 0;
  for (const name of cases.filter(name => name !== 'process')) {
    const result = compareInProcess(name, chosen, { runs, work });
    parts.push(`## ${titles[name]}\n\n${result.text}`);
    failures += result.failures;
  }
  if (cases.includes('process')) parts.push(`## 500 modules, from start to end\n\n${await compareProcesses(chosen, { runs, work })}`);
  return { report: `${parts.join('\n\n')}\n`, failures };
}
