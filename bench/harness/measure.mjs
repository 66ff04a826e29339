// Runs commands one at a time under GNU time. Wall time is taken here, from before the start to after the exit, because GNU time
// rounds it to 10 ms; CPU time and peak memory come from the kernel's account of the finished process and the children it waited for.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { busyMilliseconds } from './machine.mjs';

const limit = 10 * 60_000;
const scratch = mkdtempSync(join(tmpdir(), 'inox-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** Runs `argv` once: { ok, wall, cpu, peak, others, output }, milliseconds and bytes. `others` is the CPU time of everything else meanwhile. */
export async function runOnce(argv, { cwd, env = {} }) {
  const account = join(scratch, 'account');
  // GNU time stands between Node and the command also because a process inherits the peak of the one that started it.
  const args = ['-q', '-o', account, '-f', '%U %S %M', ...argv];
  const busyBefore = busyMilliseconds();
  const started = performance.now();
  const child = spawn('time', args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], timeout: limit });
  let output = '';
  child.stdout.on('data', text => (output += text));
  child.stderr.on('data', text => (output += text));
  let wall = 0;
  child.on('exit', () => (wall = performance.now() - started));
  const code = await new Promise(resolve => {
    child.on('error', error => {
      output += error.message;
      resolve(1);
    });
    child.on('close', resolve);
  });
  const busy = busyMilliseconds() - busyBefore;
  if (code !== 0) return { ok: false, wall, output };

  const [user, system, kilobytes] = readFileSync(account, 'utf8').trim().split(' ').map(Number);
  const cpu = (user + system) * 1000;
  return { ok: true, wall, cpu, peak: kilobytes * 1024, others: Math.max(0, busy - cpu), output };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
