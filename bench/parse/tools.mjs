// Inox and its peers: `readers` parse in one process and print a line of JSON, `processes` are commands over files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../harness/folders.mjs';
import { peers } from './peers.mjs';

const nativeFolder = work => join(work, 'native');

function must(argv) {
  const { status, stdout, stderr } = spawnSync(argv[0], argv.slice(1), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${argv[0]} failed\n${stdout ?? ''}${stderr ?? ''}`);
}

/** The command by `./inox`, which also sees to a linker; then the benchmark of the library, for the framework the command is built for. */
export function buildNative(work) {
  must([join(root, 'inox'), '--version']);
  const framework = readFileSync(join(root, 'Directory.Build.props'), 'utf8').match(/<InoxNativeFramework>(.*)<\/InoxNativeFramework>/)[1];
  const hasClang = spawnSync('clang', ['--version']).status === 0;
  must([
    'dotnet', 'publish', join(root, 'tools/Inox.ParseBench'), '-c', 'Release', '-f', framework, '--use-current-runtime', '-o', nativeFolder(work),
    '--artifacts-path', join(work, 'native-build'), `-p:InoxLibraryFrameworks=${framework}`, '--nologo', '-v', 'quiet',
    ...(hasClang ? [] : ['-p:CppCompilerAndLinker=gcc']),
  ]);
}

const inNode = name => (files, rounds, work) => ({
  argv: [process.execPath, '--stack-size=4000', join(root, 'bench/parse/run-peer.mjs'), name, String(rounds), work, ...files],
  cwd: work,
});

export const readers = {
  inox: (files, rounds, work) => ({ argv: [join(nativeFolder(work), 'Inox.ParseBench'), String(rounds), ...files], cwd: work }),
  ...Object.fromEntries(Object.keys(peers).map(name => [name, inNode(name)])),
};

const platform = `${process.platform}-${process.arch}`;

export const processes = {
  inox: files => [join(root, 'artifacts/native/inox'), 'parse', '--format', 'short', ...files],
  esbuild: (files, work) => {
    mkdirSync(join(work, 'out'), { recursive: true });
    return [join(work, `node_modules/@esbuild/${platform}/bin/esbuild`), ...files, `--outdir=${join(work, 'out')}`, '--log-level=error'];
  },
  oxlint: (files, work) => [process.execPath, join(work, 'node_modules/oxlint/bin/oxlint'), '--allow', 'all', '--silent', ...files],
};
