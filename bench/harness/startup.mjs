// How long a process takes from being started to being gone: spawnSync in one loop, the commands taking turns. The row `true` is
// what starting and reaping any process costs here; nothing is subtracted from the others.
import { spawnSync } from 'node:child_process';
import { median } from './measure.mjs';
import { number, table } from './table.mjs';

/** `commands`: [name, argv] pairs. */
export function startupTable(commands, runs) {
  const all = [...commands, ['true', ['true']]];
  const walls = all.map(() => []);
  for (let run = -3; run < runs; run++) {
    all.forEach(([name, [file, ...args]], i) => {
      const started = performance.now();
      const { status } = spawnSync(file, args, { stdio: 'ignore' });
      const wall = performance.now() - started;
      if (status !== 0) throw new Error(`${name} ended with ${status}`);
      if (run >= 0) walls[i].push(wall);
    });
  }
  return table(['start-up', 'median ms', 'fastest ms'], all.map(([name, argv], i) =>
    [name === 'true' ? 'true (floor)' : `${name} ${argv.slice(1).join(' ')}`, number(median(walls[i]), 2), number(Math.min(...walls[i]), 2)]));
}
