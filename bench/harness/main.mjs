// bench/run AREA [--runs N] [--only TOOL,...] [--case NAME,...] [--write]
// An area is a folder beside this one whose area.mjs exports `title`, `toolNames`, `caseNames` and `run({ runs, tools, cases, work })`,
// which returns { report, failures }: Markdown, and how many tools could not do what was asked of them.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from './machine.mjs';
import { root, workFolder } from './folders.mjs';

const areas = readdirSync(join(root, 'bench')).filter(name => existsSync(join(root, 'bench', name, 'area.mjs')));

function fail(message) {
  console.error(`bench: ${message}`);
  process.exit(1);
}

function pick(list, names, what) {
  if (!list) return names;
  const chosen = list.split(',');
  const unknown = chosen.find(name => !names.includes(name));
  if (unknown !== undefined) fail(`there is no ${what} \`${unknown}\`; there are ${names.join(', ')}`);
  return names.filter(name => chosen.includes(name));
}

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        runs: { type: 'string', default: '5' },
        only: { type: 'string' },
        case: { type: 'string' },
        write: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    fail(error.message);
  }
}

const { values, positionals } = readOptions();
const [areaName] = positionals;
if (positionals.length !== 1 || !areas.includes(areaName)) {
  fail(`usage: bench/run AREA [--runs N] [--only TOOL,...] [--case NAME,...] [--write]; areas: ${areas.join(', ')}`);
}
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) fail('--runs takes a whole number above 0');

const area = await import(`../${areaName}/area.mjs`);
const options = {
  runs,
  tools: pick(values.only, area.toolNames, 'tool'),
  cases: pick(values.case, area.caseNames, 'case'),
  work: workFolder(areaName),
};
const { report, failures } = await area.run(options).catch(error => fail(error.message));
const machine = describeMachine();
console.log(`\n# ${area.title}\n\n${machine}\n\n${report}`);

if (values.write) {
  const command = `bench/run ${[areaName, ...process.argv.slice(3).filter(word => word !== '--write')].join(' ')}`;
  const file = join(root, 'bench/results', `${areaName}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `# ${area.title}\n\nWritten by \`${command} --write\` on ${new Date().toISOString().slice(0, 10)}.\n\n${machine}\n\n${report}`);
  console.log(`written to bench/results/${areaName}.md`);
}
if (failures > 0) console.log(`${failures} failed; the tables say which`);
process.exitCode = failures > 0 ? 1 : 0;
