// One case, all tools: an untimed run that is checked, then timed runs in turns, then a table.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { median, runOnce } from '../harness/measure.mjs';
import { number, table, withRatio } from '../harness/table.mjs';
import { tools } from './tools.mjs';

const checkProgram = join(dirname(fileURLToPath(import.meta.url)), 'check.mjs');
const head = ['tool', 'wall ms', 'CPU ms', 'peak MB', 'js kB', 'js gz kB', 'all kB', 'fastest…slowest ms'];

// The line that says what went wrong: `Error: ...`, `AssertionError [ERR_ASSERTION]: ...`, `error IX1012: ...`, `x ERROR in ...`.
const errorLine = /^\W*(\w*Error( \[\w+\])?:|error\b)/i;

function firstError(output) {
  const lines = output.split('\n').map(line => line.trim()).filter(Boolean);
  return (lines.find(line => errorLine.test(line)) ?? lines[0] ?? 'it says nothing').slice(0, 160);
}

function sizesOf(out) {
  const sizes = { js: 0, gzip: 0, all: 0 };
  for (const file of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = readFileSync(join(file.parentPath ?? file.path, file.name));
    sizes.all += bytes.length;
    if (!/\.m?js$/.test(file.name)) continue;
    sizes.js += bytes.length;
    sizes.gzip += gzipSync(bytes, { level: 9 }).length;
  }
  return sizes;
}

class Contestant {
  constructor(name, benchCase, { folder, work }) {
    this.name = name;
    this.folder = folder;
    this.work = work;
    this.case = benchCase;
    this.out = join(folder, 'out', name);
    this.samples = [];
  }

  async build() {
    rmSync(this.out, { recursive: true, force: true });
    return runOnce(tools[this.name].build(this.case.build, this.out, this.work), { cwd: this.folder });
  }

  /** Builds once, sets `problem` when that or its bundle fails, else `shown` and `sizes`. */
  async prove() {
    tools[this.name].prepare?.(this.case.build, this.folder);
    const result = await this.build();
    writeFileSync(`${this.out}.log`, result.output);
    if (!result.ok) {
      this.problem = `the build fails: ${firstError(result.output)}`;
      return;
    }
    const { entry } = this.case.build;
    const bundle = join(this.out, `${basename(entry, extname(entry))}.js`);
    const args = [checkProgram, this.case.check, bundle, this.work, JSON.stringify(this.case.expected(this.folder))];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 300_000 });
    if (status !== 0) {
      writeFileSync(`${this.out}.log`, `${result.output}\n${stderr}`);
      this.problem = `the bundle does not run: ${firstError(stderr)}`;
      return;
    }
    this.shown = stdout.trim();
    this.sizes = sizesOf(this.out);
  }

  median(what) {
    return median(this.samples.map(sample => sample[what]));
  }
}

// Tools that show something else than most do are wrong, however fast.
function compareShown(contestants) {
  const votes = new Map();
  for (const { shown } of contestants) votes.set(shown, (votes.get(shown) ?? 0) + 1);
  const [agreed] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [];
  for (const contestant of contestants) {
    if (contestant.shown !== agreed) contestant.problem = 'the bundle shows something else than those of the other tools';
  }
}

async function timeInTurns(contestants, runs, label) {
  for (let run = 1; run <= runs; run++) {
    for (const contestant of contestants.filter(({ problem }) => !problem)) {
      const sample = await contestant.build();
      if (sample.ok) contestant.samples.push(sample);
      else contestant.problem = `run ${run} fails: ${firstError(sample.output)}`;
    }
    console.error(`bench: ${label}: run ${run} of ${runs}`);
  }
}

function row(contestant, base) {
  const ratio = (value, of, digits) => withRatio(value, base && base !== contestant ? of(base) : 0, digits);
  const walls = contestant.samples.map(sample => sample.wall);
  return [
    contestant.name,
    ratio(contestant.median('wall'), other => other.median('wall')),
    ratio(contestant.median('cpu'), other => other.median('cpu')),
    ratio(contestant.median('peak') / 2 ** 20, other => other.median('peak') / 2 ** 20),
    ratio(contestant.sizes.js / 1000, other => other.sizes.js / 1000, 1),
    ratio(contestant.sizes.gzip / 1000, other => other.sizes.gzip / 1000, 1),
    number(contestant.sizes.all / 1000, 1),
    `${number(Math.min(...walls))}…${number(Math.max(...walls))}`,
  ];
}

// What other processes used of the machine while the tools ran: the reader's measure of how far to trust the wall times.
function noise(contestants) {
  const samples = contestants.flatMap(({ samples }) => samples);
  const others = samples.reduce((sum, sample) => sum + sample.others, 0);
  const available = samples.reduce((sum, sample) => sum + sample.wall, 0) * cpus().length;
  return Number.isNaN(others) ? '' : ` Other processes used ${number((100 * others) / available)} % of the processors meanwhile.`;
}

export async function compareBuilds(caseName, benchCase, names, { runs, work }) {
  const folder = join(work, caseName);
  benchCase.prepare(folder, work);
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  mkdirSync(join(folder, 'out'), { recursive: true });

  const reasons = new Map(names.map(name => [name, tools[name].cannot?.(benchCase.build)]));
  const contestants = names.filter(name => !reasons.get(name)).map(name => new Contestant(name, benchCase, { folder, work }));
  for (const contestant of contestants) {
    await contestant.prove();
    console.error(`bench: ${caseName}: ${contestant.name}: ${contestant.problem ?? 'the bundle runs'}`);
  }
  compareShown(contestants.filter(({ problem }) => !problem));
  await timeInTurns(contestants, runs, caseName);

  const timed = contestants.filter(({ problem }) => !problem);
  const base = timed.find(({ name }) => name === 'inox');
  const failed = contestants.filter(({ problem }) => problem);
  const absent = [
    ...[...reasons].filter(([, reason]) => reason).map(([name, reason]) => `- ${name}: n/a, ${reason}`),
    ...failed.map(({ name, problem }) => `- ${name}: **fails**, ${problem}`),
  ];
  const parts = [absent.join('\n'), `Timed runs of each: ${runs}.${noise(timed)}`];
  if (timed.length > 0) parts.unshift(table(head, timed.map(contestant => row(contestant, base))));
  return { text: parts.filter(Boolean).join('\n\n'), failures: failed.length };
}
