// node check.mjs CASE FILE FOLDER: loads a minified copy as a CommonJS module of FOLDER and checks that it works.
import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join } from 'node:path';
import { cases } from './cases.mjs';

const [name, file, folder] = process.argv.slice(2);
const path = join(folder, 'checked.cjs');
const require = createRequire(path);
if (cases[name].dom) require('jsdom-global')(undefined, { pretendToBeVisual: true });
for (const method of ['log', 'info', 'warn', 'error']) console[method] = () => {};
const module = new Module(path);
module.filename = path;
module.paths = Module._nodeModulePaths(folder);
module._compile(readFileSync(file, 'utf8'), path);
await cases[name].check(module.exports, require);
process.exit(0);
