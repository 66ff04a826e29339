// node tool.mjs TOOL INPUT OUTPUT RUNS FOLDER: minifies with a peer's JavaScript interface as its documentation says, and prints the
// fastest of RUNS in milliseconds: from text to text, without the start of Node.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { printFastest } from '../harness/library.mjs';

const [tool, input, output, runs, folder] = process.argv.slice(2);
const require = createRequire(join(folder, 'tool.cjs'));
const minifiers = {
  esbuild: () => {
    const { transformSync } = require('esbuild');
    return code => transformSync(code, { minify: true, legalComments: 'none' }).code;
  },
  swc: () => {
    const { minifySync } = require('@swc/core');
    return code => minifySync(code, { compress: true, mangle: true, sourceMap: false }).code;
  },
  oxc: () => {
    const { minifySync } = require('oxc-minify');
    return code => minifySync('input.js', code).code;
  },
  terser: () => {
    const { minify } = require('terser-peer');
    return async code => (await minify(code)).code;
  },
};
await printFastest(minifiers[tool](), readFileSync(input, 'utf8'), output, Number(runs));
process.exit(0);
