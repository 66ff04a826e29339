// The servers: `prepare` builds or installs one and returns its command line for a port.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../harness/folders.mjs';

const here = join(root, 'bench/http');

function check({ status, error, stdout, stderr }, what) {
  if (error || status !== 0) throw new Error(`${what} failed\n${error ?? `${stdout}${stderr}`}`);
}

function publish(name, work) {
  const output = join(work, name);
  check(spawnSync('dotnet', ['publish', join(here, name), '-c', 'Release', '-f', 'net9.0', '-r', 'linux-x64', '-o', output, '--nologo', '-v', 'q'], { encoding: 'utf8' }), `publishing ${name}`);
  return output;
}

function installBun(work) {
  const folder = join(work, 'bun');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'node_modules/bun/bin/bun.exe');
  if (!existsSync(file)) check(spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, 'bun@1.4.5'], { encoding: 'utf8' }), 'installing bun');
  return file;
}

export const servers = {
  inox: {
    prepare(work) {
      const file = join(publish('inox', work), 'InoxServer');
      return port => [file, `http://127.0.0.1:${port}`];
    },
  },
  'ASP.NET Core': {
    prepare(work) {
      const file = join(publish('aspnet', work), 'AspNetServer');
      return port => [file, '--urls', `http://127.0.0.1:${port}`];
    },
  },
  Node: { prepare: () => () => [process.execPath, join(here, 'node.mjs')] },
  Bun: {
    prepare(work) {
      const file = installBun(work);
      return () => [file, join(here, 'bun.mjs')];
    },
  },
};
