// What is parsed: files of npm packages as they are published, and generated TypeScript with JSX.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateApp } from '../build/generate-app.mjs';

const components = 1_000;
const moduleCount = 500;

const published = {
  typescript: 'typescript/lib/typescript.js',
  antd: 'antd/dist/antd.js',
  three: 'three/build/three.module.js',
  'react-dom': 'react-dom/cjs/react-dom-client.development.js',
};

export const titles = {
  ...Object.fromEntries(Object.entries(published).map(([name, path]) => [name, path])),
  tsx: 'one large .tsx file: the generated components, each in a namespace',
  modules: `${moduleCount} small modules of TypeScript and JSX`,
};

export const caseNames = Object.keys(titles);

function generatedModules(work) {
  const folder = join(work, 'app');
  if (!existsSync(join(folder, 'expected.json'))) generateApp(components, folder);
  const source = join(folder, 'src');
  return readdirSync(source, { recursive: true }).filter(name => name.endsWith('.tsx')).sort().map(name => join(source, name));
}

// Imports cannot stand in a namespace, and names may not clash.
function joinModules(work) {
  const file = join(work, 'large.tsx');
  if (existsSync(file)) return file;
  const parts = generatedModules(work).map((path, i) => {
    const text = readFileSync(path, 'utf8').replace(/^import [^;]*;\n/gm, '').replace(/^export default /gm, 'export ');
    return `export namespace Part${i} {\n${text}}\n`;
  });
  writeFileSync(file, parts.join(''));
  return file;
}

export function filesOf(name, work) {
  if (name === 'tsx') return [joinModules(work)];
  if (name === 'modules') return generatedModules(work).slice(0, moduleCount);
  return [join(work, 'node_modules', published[name])];
}
