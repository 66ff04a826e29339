// node tool.mjs TOOL INPUT OUTPUT RUNS FOLDER: minifies with a peer's JavaScript interface as its documentation says, and prints the
// fastest of RUNS in milliseconds: from text to text, without the start of Node.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

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
const minify = minifiers[tool]();
const code = readFileSync(input, 'utf8');
let fastest = Infinity;
for (let run = 0; run < Number(runs); run++) {
  const started = performance.now();
  const minified = await minify(code);
  fastest = Math.min(fastest, performance.now() - started);
  if (run === 0) writeFileSync(output, minified);
}
console.log(fastest.toFixed(1));
process.exit(0);
