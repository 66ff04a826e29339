// Inox and its peers, each called the way its documentation tells a newcomer to call it from a terminal. A tool that ships a native
// executable is called without Node; rolldown and rspack are Node programs, and their start-up is part of what their users wait for.
//
// A build is { entry, sourcemap, splitting, cssModules, tsconfig, define: { name: expression }, assets: ['.png', ...] }: bundled for
// browsers, minified, written as ES modules. `cannot` says why a tool has no such build; `start` is the
// shortest command of a native executable.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../harness/folders.mjs';
import { rspackConfig } from './rspack-config.mjs';

const platform = `${process.platform}-${process.arch}`;
const installed = (work, path) => join(work, 'node_modules', path);

function executable(name, candidates) {
  const found = candidates.find(existsSync);
  if (found === undefined) throw new Error(`${name} has no executable for ${platform} under node_modules`);
  return found;
}

const inoxPath = () => join(root, 'artifacts/native/inox');
const esbuildPath = work => executable('esbuild', [installed(work, `@esbuild/${platform}/bin/esbuild`)]);
// The postinstall script of the package moves the executable out of the platform package; where scripts are off it is still there.
const bunPath = work => executable('bun', [
  installed(work, 'bun/bin/bun.exe'),
  installed(work, `@oven/bun-${platform}/bin/bun`),
  installed(work, `@oven/bun-${platform}-baseline/bin/bun`),
]);

const when = (condition, ...words) => (condition ? words : []);
const eachDefine = (define, words) => Object.entries(define).flatMap(([name, value]) => words(name, value));

function esbuildOptions({ entry, sourcemap, splitting, define, assets }, out) {
  return [
    entry, '--bundle', '--minify', '--format=esm', `--outdir=${out}`,
    ...when(sourcemap, '--sourcemap'),
    ...when(splitting, '--splitting'),
    ...assets.map(extension => `--loader:${extension}=file`),
    ...eachDefine(define, (name, value) => [`--define:${name}=${value}`]),
  ];
}

export const tools = {
  inox: {
    start: () => [inoxPath(), '--version'],
    build: (build, out) => [inoxPath(), 'build', ...esbuildOptions(build, out)],
  },

  esbuild: {
    package: 'esbuild',
    start: work => [esbuildPath(work), '--version'],
    build: (build, out, work) => [esbuildPath(work), ...esbuildOptions(build, out)],
  },

  rolldown: {
    cannot: ({ cssModules }) => (cssModules ? 'does not bundle CSS' : undefined),
    package: 'rolldown',
    build: ({ entry, sourcemap, define, assets }, out, work) => [
      process.execPath, installed(work, 'rolldown/bin/cli.mjs'), entry,
      '--minify', '--format=esm', '--platform=browser', '--dir', out,
      ...when(sourcemap, '--sourcemap'),
      ...assets.flatMap(extension => ['--moduleTypes', `${extension}=asset`]),
      ...eachDefine(define, (name, value) => ['--transform.define', `${name}:${value}`]),
    ],
  },

  // Its command line knows neither TypeScript nor defines: like its users, it gets a configuration file.
  rspack: {
    package: '@rspack/core',
    prepare: (build, folder) => writeFileSync(join(folder, 'rspack.config.mjs'), rspackConfig(build)),
    build: (build, out, work) => [process.execPath, installed(work, '@rspack/cli/bin/rspack.js'), 'build', '--output-path', out],
  },

  bun: {
    package: 'bun',
    start: work => [bunPath(work), '--version'],
    build: ({ entry, sourcemap, splitting, define }, out, work) => [
      bunPath(work), 'build', entry, '--production', '--target=browser', '--format=esm', `--outdir=${out}`,
      ...when(sourcemap, '--sourcemap=linked'),
      ...when(splitting, '--splitting'),
      ...eachDefine(define, (name, value) => ['--define', `${name}=${value}`]),
    ],
  },
};
