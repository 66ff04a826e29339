// Writes a React application of N components, the same bytes for the same N:
//   node generate-app.mjs COUNT FOLDER
//
// src/main.tsx -> src/App.tsx -> src/routes.ts -> pages -> components -> shared.
// Component i imports two to four components with larger numbers, so the graph has no cycles; every component that no other
// imports is a page, so the routes reach all of them. Each component renders its children while `depth` lasts, and a large
// app shows a sample of its routes: what a render costs stays small although the graph is deep. expected.json says what it shows.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kinds } from './component-kinds.mjs';
import { sharedFiles } from './shared-files.mjs';

const perFeature = 20;
const reach = 60;
const pageEvery = 12;
const renderDepth = 1;
const mostVisible = 250;

const subjects = ['Account', 'Audit', 'Billing', 'Calendar', 'Campaign', 'Catalog', 'Contact', 'Contract', 'Coupon', 'Customer',
  'Delivery', 'Discount', 'Document', 'Employee', 'Expense', 'Forecast', 'Inbox', 'Incident', 'Invoice', 'Ledger',
  'Location', 'Member', 'Metric', 'Order', 'Partner', 'Payment', 'Payroll', 'Project', 'Quote', 'Receipt',
  'Refund', 'Report', 'Return', 'Review', 'Role', 'Schedule', 'Shipment', 'Stock', 'Supplier', 'Ticket'];
const aspects = ['Activity', 'Address', 'Balance', 'Change', 'Comment', 'Detail', 'Draft', 'Entry', 'Filter', 'Group',
  'History', 'Item', 'Label', 'Limit', 'Line', 'Note', 'Period', 'Plan', 'Rate', 'Status'];

// Mulberry32: small, seeded, good enough to vary shapes.
function seededRandom(seed) {
  let state = seed >>> 0;
  return bound => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
}

function planComponents(count) {
  const random = seededRandom(count);
  const components = [];
  for (let i = 0; i < count; i++) {
    const feature = Math.floor(i / perFeature);
    const kind = kinds[random(kinds.length)];
    components.push({
      index: i,
      subject: subjects[feature % subjects.length],
      aspect: aspects[i % perFeature],
      folder: `features/${subjects[feature % subjects.length].toLowerCase()}-${feature}`,
      name: `${subjects[feature % subjects.length]}${feature}${aspects[i % perFeature]}${kind.suffix}`,
      kind,
      children: [],
      isPage: i % pageEvery === 0,
    });
  }
  for (const component of components) {
    const last = Math.min(count - 1, component.index + reach);
    const wanted = Math.min(2 + random(3), last - component.index);
    const chosen = new Set();
    while (chosen.size < wanted) chosen.add(component.index + 1 + random(last - component.index));
    component.children = [...chosen].sort((a, b) => a - b).map(i => components[i]);
  }
  const imported = new Set(components.flatMap(component => component.children));
  for (const component of components) component.isPage ||= !imported.has(component);
  return components;
}

function componentSource(component) {
  const imports = component.children.map(child =>
    child.folder === component.folder
      ? `import { ${child.name} } from './${child.name}';`
      : `import { ${child.name} } from '../${basename(child.folder)}/${child.name}';`);
  const children = component.children.map((child, i) =>
    `<${child.name} depth={depth - 1} title={${JSON.stringify(`${child.subject} ${child.aspect.toLowerCase()}`)}} seed={seed + ${i + 1}} />`);
  return component.kind.source(component, imports.join('\n'), children);
}

function routesSource(pages) {
  const imports = pages.map(page => `import { ${page.name} } from './${page.folder}/${page.name}';`).join('\n');
  const entries = pages.map(page =>
    `  { path: '/${page.folder}/${page.aspect.toLowerCase()}', title: '${page.subject} ${page.aspect.toLowerCase()}', Page: ${page.name} },`).join('\n');
  return `import type { ComponentType } from 'react';
${imports}

export interface PageProps {
  readonly depth: number;
  readonly title: string;
  readonly seed: number;
}

export interface Route {
  readonly path: \`/\${string}\`;
  readonly title: string;
  readonly Page: ComponentType<PageProps>;
}

export const routes: readonly Route[] = [
${entries}
];
`;
}

const appSource = stride => `import { Suspense, useEffect, useState } from 'react';
import { plural } from './shared';
import { routes, type Route } from './routes';

const visible = routes.filter((_, index) => index % ${stride} === 0);

function Section({ route, index }: { readonly route: Route; readonly index: number }) {
  const { Page } = route;
  return (
    <section id={route.path}>
      <h2>{route.title}</h2>
      <Page depth={${renderDepth}} title={route.title} seed={index} />
    </section>
  );
}

export function App() {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);

  return (
    <Suspense fallback={<p>Loading…</p>}>
      <header data-ready={isReady}>{plural(routes.length, 'page')}</header>
      <main>
        {visible.map((route, index) => <Section key={route.path} route={route} index={index} />)}
      </main>
    </Suspense>
  );
}
`;

const mainSource = `import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

const root = document.getElementById('root');
if (!root) throw new Error('there is no #root to render into');

if (process.env.NODE_ENV !== 'production') {
  console.info('a development build');
}

createRoot(root).render(<StrictMode><App /></StrictMode>);
`;

const tsconfig = `{
  "compilerOptions": {
    "target": "ES2022",
    "lib": ["ES2023", "DOM", "DOM.Iterable"],
    "module": "ESNext",
    "moduleResolution": "bundler",
    "jsx": "react-jsx",
    "strict": true,
    "isolatedModules": true,
    "noEmit": true
  },
  "include": ["src"]
}
`;

function countRendered(component, depth) {
  let shown = 1;
  if (depth > 0) for (const child of component.children) shown += countRendered(child, depth - 1);
  return shown;
}

export function generateApp(count, folder) {
  const components = planComponents(count);
  const pages = components.filter(component => component.isPage);
  const stride = Math.ceil(pages.length / mostVisible);
  const visible = pages.filter((_, i) => i % stride === 0);
  const files = new Map([
    ['tsconfig.json', tsconfig],
    ['src/main.tsx', mainSource],
    ['src/App.tsx', appSource(stride)],
    ['src/routes.ts', routesSource(pages)],
  ]);
  for (const [name, source] of Object.entries(sharedFiles)) files.set(`src/shared/${name}`, source);
  for (const component of components) files.set(`src/${component.folder}/${component.name}.tsx`, componentSource(component));
  const rendered = visible.reduce((sum, page) => sum + countRendered(page, renderDepth), 0);
  files.set('expected.json', `${JSON.stringify({ components: count, visible: visible.length, rendered })}\n`);

  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, folder] = process.argv.slice(2);
  generateApp(Number(count), folder);
}
