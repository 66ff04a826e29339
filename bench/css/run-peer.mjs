// node run-peer.mjs PEER INPUT OUTPUT RUNS FOLDER: minifies with a peer's JavaScript interface as its documentation says, and prints the fastest of RUNS in
// milliseconds: from text to text, without the start of Node.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printFastest } from '../harness/library.mjs';

const [peer, input, output, runs, folder] = process.argv.slice(2);
const { resolve } = createRequire(join(folder, 'package.json'));
const use = name => import(pathToFileURL(resolve(name)));

const minifiers = {
  lightningcss: async () => {
    const { transform } = await use('lightningcss');
    return code => transform({ filename: input, code, minify: true, errorRecovery: true }).code;
  },
  esbuild: async () => {
    const { transformSync } = (await use('esbuild')).default;
    return code => transformSync(code, { loader: 'css', minify: true, legalComments: 'inline' }).code;
  },
  cssnano: async () => {
    const postcss = (await use('postcss')).default, cssnano = (await use('cssnano')).default;
    return async code => (await postcss([cssnano({ preset: 'default' })]).process(code.toString(), { from: input })).css;
  },
};

await printFastest(await minifiers[peer](), readFileSync(input), output, Number(runs));
process.exit(0);
