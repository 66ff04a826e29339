import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `npm ci` in `folder`, unless the lock file there is the one already installed. */
export function installPackages(folder) {
  const stamp = join(folder, 'node_modules/.bench-lock');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error(`bench: npm ci in ${folder}`);
  const { status, stdout, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ci failed in ${folder}\n${stdout}${stderr}`);
  writeFileSync(stamp, lock);
}
