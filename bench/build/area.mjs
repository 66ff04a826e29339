// inox build beside esbuild, rolldown, rspack and bun: time, memory and size for the same sources, and proof that each bundle runs.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../harness/folders.mjs';
import { startupTable } from '../harness/startup.mjs';
import { cases } from './cases.mjs';
import { compareBuilds } from './compare.mjs';
import { installPackages } from './install.mjs';
import { tools } from './tools.mjs';

const startupRuns = 200;

export const title = 'inox build and its peers';
export const toolNames = Object.keys(tools);
export const caseNames = [...Object.keys(cases), 'startup'];

const notes = `Every tool bundles for browsers, minifies, defines \`process.env.NODE_ENV\` as \`"production"\` and writes ES modules, each called from a
terminal the way its documentation says. esbuild, bun and inox are native executables; rolldown and rspack run in Node, whose start is
part of the figure. The tools take turns (A B C A B C), after one untimed run each whose bundle must run and show what the bundles of the
others show. Medians; CPU is user and system time of all threads; peak is the resident memory of the largest process; gz is \`gzip -9\` of
the JavaScript without maps; all is everything written. In parentheses: times the figure of ${toolNames[0]}, smaller is better.`;

function install(work) {
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(root, 'bench/build', name), join(work, name));
  installPackages(work);
}

// `./inox` builds the native binary when it is missing or older than a source file.
function buildInox() {
  const { status, stderr } = spawnSync(join(root, 'inox'), ['--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`./inox --version failed\n${stderr ?? ''}`);
}

function versionOf(name, work) {
  const { package: packageName, start } = tools[name];
  if (packageName) return JSON.parse(readFileSync(join(work, 'node_modules', packageName, 'package.json'), 'utf8')).version;
  const [file, ...args] = start(work);
  return spawnSync(file, args, { encoding: 'utf8' }).stdout.match(/\d+\.\d+\.\d+\S*/)?.[0] ?? 'of an unknown version';
}

function startup(chosen, work) {
  const commands = chosen.filter(name => tools[name].start).map(name => [name, tools[name].start(work)]);
  return `## Start-up

From the start of the process to its end, as Node's \`spawnSync\` sees it, ${startupRuns} runs each, taking turns; nothing is subtracted.

${startupTable(commands, startupRuns)}`;
}

export async function run({ runs, tools: chosen, cases: chosenCases, work }) {
  install(work);
  if (chosen.includes('inox')) buildInox();
  const versions = chosen.map(name => `${name} ${versionOf(name, work)}`).join(', ');

  const parts = [`${versions}.`, notes];
  let failures = 0;
  for (const name of chosenCases.filter(name => name in cases)) {
    const result = await compareBuilds(name, cases[name], chosen, { runs, work });
    parts.push(`## ${cases[name].title}\n\n${result.text}`);
    failures += result.failures;
  }
  if (chosenCases.includes('startup')) parts.push(startup(chosen, work));
  return { report: `${parts.join('\n\n')}\n`, failures };
}
