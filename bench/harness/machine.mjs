import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** One line: processor, memory, system, load. */
export function describeMachine() {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0].toFixed(1);
  return `${cpus().length} × ${cpus()[0].model.trim()}, ${gigabytes} GB, ${type()} ${release()}, Node ${process.version}, load average at the end ${load}.`;
}

/** What /proc/stat counts since boot, in CPU milliseconds; undefined where there is no /proc. */
export function busyMilliseconds() {
  try {
    const [user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number);
    return (user + nice + system + irq + softirq) * 10;
  } catch {
    return undefined;
  }
}
