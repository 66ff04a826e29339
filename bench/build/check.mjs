// Runs a bundle and throws unless it does what its sources say: node check.mjs CHECK ENTRY WORK EXPECTED
// A bundle that is broken is not fast. Prints what the page shows, so that bundles of different tools can be compared.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const [check, entry, work, expectedText] = process.argv.slice(2);
const expected = JSON.parse(expectedText);
const load = () => import(pathToFileURL(entry).href);

// What the bundles of the cases ask a browser for.
const browserNames = ['document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'Node', 'Element', 'HTMLElement',
  'HTMLIFrameElement', 'SVGElement', 'Event', 'CustomEvent', 'MutationObserver', 'getComputedStyle', 'requestAnimationFrame',
  'cancelAnimationFrame', 'matchMedia', 'scrollTo'];

/** Makes this process look like a browser that has opened an empty page, and returns its #root. */
async function openPage(url) {
  const { Window } = await import(pathToFileURL(createRequire(join(work, 'package.json')).resolve('happy-dom')).href);
  // Chunks of CSS arrive as <link>s whose load event the code waits for. As in a browser it comes later, never inside appendChild():
  // the handler may be set after that call.
  const answer = ({ window }) => new window.Response('', { headers: { 'content-type': 'text/css' } });
  const settings = { enableCSSFileLoading: true, fetch: { interceptor: { beforeAsyncRequest: async request => answer(request) } } };
  const page = new Window({ url, settings });
  page.document.body.innerHTML = '<div id="root"></div>';
  for (const name of browserNames) Object.defineProperty(globalThis, name, { value: page[name], configurable: true, writable: true });
  globalThis.window = page;
  globalThis.self = globalThis;
  return page.document.getElementById('root');
}

async function until(condition, what) {
  const deadline = performance.now() + 120_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`${what}: did not happen within two minutes`);
    await sleep(20);
  }
}

const checks = {
  async three() {
    const copies = await load();
    assert.equal(Object.keys(copies).length, expected.copies, 'every copy is exported');
    for (const copy of Object.values(copies)) {
      assert.equal(copy.REVISION, '108');
      assert.equal(new copy.Color('rebeccapurple').getHexString(), '663399');
      // Matrices, geometry and a ray that must hit the box where it was put.
      const box = new copy.Mesh(new copy.BoxGeometry(2, 2, 2), new copy.MeshBasicMaterial());
      box.position.set(0, 0, -10);
      const scene = new copy.Scene();
      scene.add(box);
      scene.updateMatrixWorld(true);
      const [hit] = new copy.Raycaster(new copy.Vector3(), new copy.Vector3(0, 0, -1)).intersectObject(box);
      assert.equal(hit.distance, 9, 'the ray hits the near face');
    }
    assert.notEqual(copies.copy1.Scene, copies.copy2.Scene, 'the copies are distinct');
    return Object.keys(copies.copy1).sort().join();
  },

  async app() {
    const root = await openPage('http://localhost/');
    await load();
    await until(() => root.querySelector('header')?.getAttribute('data-ready') === 'true', 'the first effect');
    assert.equal(root.querySelectorAll('main > section').length, expected.visible, 'every visible route is shown');
    assert.equal(root.querySelectorAll('[data-component]').length, expected.rendered, 'every component of them is shown');
    return root.innerHTML;
  },

  async storefront() {
    const root = await openPage('http://localhost/');
    await load();
    await until(() => root.textContent.includes('Rostfri') && root.querySelectorAll('main article, main li').length > 0, 'the catalogue');
    // Class and asset names carry hashes that differ from tool to tool; the words do not.
    return root.textContent;
  },
};

const shown = await checks[check]();
console.log(createHash('sha256').update(shown).digest('hex').slice(0, 16));
// React's scheduler and the page's timers would keep the process alive.
process.exit(0);
