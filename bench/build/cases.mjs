// What is built. `prepare` fills a folder once; `check` names the program that proves a bundle runs (see check.mjs).
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../harness/folders.mjs';
import { generateApp } from './generate-app.mjs';
import { installPackages } from './install.mjs';

const production = { 'process.env.NODE_ENV': '"production"' };

const threeCopies = 10;

function prepareThree(folder, work) {
  mkdirSync(folder, { recursive: true });
  const lines = [];
  for (let i = 1; i <= threeCopies; i++) {
    const copy = join(folder, `copy${i}`);
    if (!existsSync(copy)) cpSync(join(work, 'node_modules/three/src'), copy, { recursive: true });
    lines.push(`import * as copy${i} from './copy${i}/Three.js';\nexport { copy${i} };\n`);
  }
  writeFileSync(join(folder, 'entry.js'), lines.join(''));
}

function app(count) {
  return {
    title: `A generated React app of ${count.toLocaleString('en-US')} components, no source map`,
    build: { entry: 'src/main.tsx', sourcemap: false, splitting: false, define: production, assets: [], cssModules: false, tsconfig: true },
    prepare: folder => generateApp(count, folder),
    expected: folder => JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')),
    check: 'app',
  };
}

function prepareStorefront(folder) {
  rmSync(join(folder, 'src'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Not inox.json: the command line says all there is to say, to every tool. With their own dates: a lock file newer than node_modules
  // asks for an install, and some tools do that themselves.
  for (const name of ['src', 'tsconfig.json', 'package.json', 'package-lock.json', '.npmrc']) {
    cpSync(join(root, 'samples/storefront', name), join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  installPackages(folder);
}

export const cases = {
  three: {
    title: 'three: ten copies of three.js 0.108, with a linked source map',
    build: { entry: 'entry.js', sourcemap: true, splitting: false, define: {}, assets: [], cssModules: false, tsconfig: false },
    prepare: prepareThree,
    expected: () => ({ copies: threeCopies }),
    check: 'three',
  },
  app1k: app(1_000),
  app10k: app(10_000),
  storefront: {
    title: 'storefront: the sample shop, split into chunks, with CSS modules and assets, no source map',
    build: {
      entry: 'src/main.tsx',
      sourcemap: false,
      splitting: true,
      define: { ...production, 'process.env.SHOP_CURRENCY': '"EUR"', 'import.meta.env.SHOP_NAME': '"Rostfri"' },
      assets: ['.svg', '.png'],
      cssModules: true,
      tsconfig: true,
    },
    prepare: prepareStorefront,
    expected: () => ({}),
    check: 'storefront',
  },
};
