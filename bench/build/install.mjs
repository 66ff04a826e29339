import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm ci` in `folder`, or `npm install` where it has no lock file because all versions in package.json are exact, unless the same is already
 * installed.
 */
export function installPackages(folder) {
  const stamp = join(folder, 'node_modules/.bench-lock');
  const hasLock = existsSync(join(folder, 'package-lock.json'));
  const wanted = readFileSync(join(folder, hasLock ? 'package-lock.json' : 'package.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const command = hasLock ? ['ci'] : ['install', '--no-package-lock'];
  console.error(`bench: npm ${command.join(' ')} in ${folder}`);
  const { status, stdout, stderr } = spawnSync('npm', [...command, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${command[0]} failed in ${folder}\n${stdout}${stderr}`);
  writeFileSync(stamp, wanted);
}
