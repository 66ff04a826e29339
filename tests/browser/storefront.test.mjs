// node storefront.test.mjs DIST_DIR [--screenshot FILE]
// Shops in a built samples/storefront as a visitor would, and fails with the first thing a visitor would miss.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openChromium } from './chromium.mjs';
import { serve } from './serve.mjs';
import { linkedMap, originalPosition, topFrame } from './sourceMaps.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { screenshot: { type: 'string' } } });
if (positionals.length !== 1) {
  console.error('usage: node storefront.test.mjs DIST_DIR [--screenshot FILE]');
  process.exit(2);
}

const dist = path.resolve(positionals[0]);
const sample = fileURLToPath(new URL('../../samples/storefront/', import.meta.url));
const products = JSON.parse(await readFile(path.join(sample, 'src/catalogue/products.json'), 'utf8'));

let checks = 0;
async function check(name, body) {
  try {
    await body();
    checks++;
  } catch (error) {
    error.message = `${name}: ${error.message}`;
    throw error;
  }
}

const isScript = url => /\.m?js(\?|$)/.test(url);

async function testFiles() {
  const files = (await readdir(dist, { recursive: true })).filter(isScript);
  await check('the code is split', () => assert.ok(files.length >= 6, `only ${files.length} scripts`));
  await check('every script links to a map', () => Promise.all(files.map(file => linkedMap(path.join(dist, file)))));
  await check('code for development is gone', async () => {
    for (const file of files) {
      const text = await readFile(path.join(dist, file), 'utf8');
      assert.ok(!text.includes('shop devtools'), `${file} holds src/devtools.ts`);
      assert.ok(!/process\.env/.test(text), `${file} asks for process.env`);
    }
  });
}

async function testHome({ page }, origin) {
  await page.goto(origin);
  await page.locator('[data-product]').first().waitFor();
  await check('home shows every product', async () =>
    assert.equal(await page.locator('[data-product]').count(), products.length));
  await check('defines are in place', async () => {
    assert.equal(await page.locator('header a').first().innerText(), 'Rostfri');
    assert.equal(await page.locator('[data-product=kettle] strong').innerText(), '€98');
  });
  await check('a module class makes the grid', async () => {
    const grid = await style(page.getByLabel('Products'), ['display', 'gridTemplateColumns']);
    assert.equal(grid.display, 'grid');
    assert.ok(grid.gridTemplateColumns.split(' ').length >= 3, grid.gridTemplateColumns);
  });
  await check('composed classes and custom properties', async () => {
    const chip = await style(page.getByRole('link', { name: 'All', exact: true }), ['backgroundColor', 'borderRadius']);
    assert.deepEqual(chip, { backgroundColor: 'rgb(31, 37, 41)', borderRadius: '999px' });
  });
  await check('imported stylesheets', async () => {
    const body = await style(page.locator('body'), ['backgroundColor', 'margin']);
    assert.deepEqual(body, { backgroundColor: 'rgb(244, 241, 234)', margin: '0px' });
  });
  await check('an import with a media query', async () => {
    const nav = page.getByLabel('Main');
    assert.equal((await style(nav, ['display'])).display, 'flex');
    await page.emulateMedia({ media: 'print' });
    assert.equal((await style(nav, ['display'])).display, 'none');
    await page.emulateMedia({ media: null });
  });
  await check('the icon', async () => {
    const type = await page.evaluate(async () => {
      const answer = await fetch(document.querySelector('link[rel=icon]').href);
      return answer.ok && answer.headers.get('content-type');
    });
    assert.equal(type, 'image/svg+xml');
  });
  await checkPictures(page, 'home', { backgrounds: 1 });
  await check('an enum filters', async () => {
    await page.getByRole('link', { name: 'Brew' }).click();
    const brewed = products.filter(product => product.category === 'brew').length;
    await page.waitForFunction(count => document.querySelectorAll('[data-product]').length === count, brewed);
    await page.getByRole('link', { name: 'All', exact: true }).click();
  });
}

async function testProduct({ page, requests }) {
  const before = new Set(requests);
  await page.locator('[data-product=moka-pot] h3 a').click();
  await page.getByRole('heading', { name: 'Moka pot', level: 1 }).waitFor();
  await check('the address follows', () => assert.equal(new URL(page.url()).pathname, '/products/moka-pot'));
  await check('a route loads its chunk when visited', () => {
    const fresh = requests.filter(url => isScript(url) && !before.has(url));
    assert.ok(fresh.length > 0, 'no script was requested for /products/moka-pot');
  });
  await checkPictures(page, 'product', { backgrounds: 1 });
  await check('new URL(…, import.meta.url)', async () => {
    const stamp = page.getByAltText('25 years of warranty');
    assert.equal(await stamp.evaluate(img => img.naturalWidth), 240);
  });
}

async function testCart({ page }, origin) {
  await page.getByLabel('Quantity').fill('2');
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  const link = page.getByRole('link', { name: /^Cart/ });
  await check('the store tells React', async () => {
    await page.getByRole('link', { name: 'Cart, 2 items' }).waitFor();
  });
  await check('keyframes keep the name that uses them', async () => {
    const known = await link.locator('span').evaluate(badge => {
      const { animationName } = getComputedStyle(badge);
      const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]);
      return rules.some(rule => rule instanceof CSSKeyframesRule && rule.name === animationName);
    });
    assert.ok(known, 'the badge names an animation that no stylesheet defines');
  });
  await link.click();
  await check('the cart adds up', async () => {
    assert.equal(await page.locator('[data-line=moka-pot] output').innerText(), '2');
    assert.equal(await page.locator('[data-total]').innerText(), '€117.90');
    await page.getByLabel('One Moka pot more').click();
    await page.waitForFunction(() => document.querySelector('[data-total]').innerText === '€168');
  });
  await check('the cart survives a reload of a deep address', async () => {
    await page.goto(`${origin}/products/kettle`);
    await page.getByRole('link', { name: 'Cart, 3 items' }).waitFor();
    await page.getByRole('heading', { name: 'Stove kettle', level: 1 }).waitFor();
  });
  await checkPictures(page, 'deep address', { backgrounds: 1 });
}

async function testInsights({ page, requests }) {
  const before = new Set(requests);
  await page.getByRole('link', { name: 'Insights' }).click();
  await page.locator('.recharts-area-area').first().waitFor({ state: 'attached' });
  await check('the chart library comes with its route', () =>
    assert.ok(requests.some(url => isScript(url) && !before.has(url)), 'no script was requested for /insights'));
  await check('areas are drawn', async () => {
    const shapes = await page.locator('path.recharts-area-area').evaluateAll(paths => paths.map(path => path.getAttribute('d')));
    assert.equal(shapes.length, 4);
    for (const shape of shapes) assert.match(shape, /^M[\d.]+,[\d.]+C.+Z$/);
  });
  await check('bars are drawn', async () => {
    const widths = await page.locator('.recharts-bar-rectangle path').evaluateAll(paths => paths.map(path => path.getBBox().width));
    assert.equal(widths.length, 6);
    for (const width of widths) assert.ok(width > 50, `a bar is ${width} wide`);
  });
}

async function testSourceMap({ page, troubles, consoleErrors }, origin) {
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  const button = page.getByRole('button', { name: 'Report a problem' });
  await button.waitFor();
  await checkPictures(page, 'help', { backgrounds: 1 });
  await check('no errors, failed requests or missing files so far', () => assert.deepEqual(troubles, []));

  await button.click();
  await check('the error boundary of the route shows', async () => {
    await page.getByRole('alert').getByText('Nobody is at the repair desk').waitFor();
    assert.ok(await page.getByLabel('Main').isVisible(), 'the header went away with the page');
  });

  const stack = await thrownStack(consoleErrors);
  const frame = topFrame(stack);
  const file = path.join(dist, decodeURIComponent(new URL(frame.url).pathname));
  const position = originalPosition(await linkedMap(file), frame);
  const source = path.join(sample, 'src/components/problem.ts');
  const lines = (await readFile(source, 'utf8')).split('\n');
  const line = lines.findIndex(text => text.includes('throw new Error(subject)'));
  await check('the thrown error maps to the line of its throw', () => {
    const where = `${frame.url.slice(origin.length)}:${frame.line}:${frame.column + 1} maps to ${position.source}:${position.line}:${position.column}`;
    assert.match(position.source ?? '', /src\/components\/problem\.ts$/, where);
    assert.equal(position.line, line + 1, where);
    // A minifier may drop `new`, and V8 then names the call: any start of a token up to the callee is right.
    const starts = ['throw', 'new', 'Error'].map(token => lines[line].indexOf(token));
    assert.ok(starts.includes(position.column), where);
  });
  await check('the map carries the source', () => assert.equal(position.content, lines.join('\n')));
}

// React logs what an error boundary caught; the logged object still has the stack of the throw.
async function thrownStack(messages) {
  for (const message of messages) {
    for (const argument of message.args()) {
      const stack = await argument.evaluate(value => (value instanceof Error ? value.stack : null));
      if (stack?.includes('repair desk')) return stack;
    }
  }
  throw new Error('the deliberate error was not logged');
}

function style(locator, properties) {
  return locator.evaluate((element, names) => {
    const computed = getComputedStyle(element);
    return Object.fromEntries(names.map(name => [name, computed[name]]));
  }, properties);
}

async function checkPictures(page, where, { backgrounds }) {
  await page.waitForFunction(() => [...document.images].every(image => image.complete));
  await check(`pictures on ${where}`, async () => {
    const broken = await page.evaluate(() => [...document.images].filter(image => !image.naturalWidth).map(image => image.outerHTML));
    assert.deepEqual(broken, []);
  });
  await check(`background pictures on ${where}`, async () => {
    const loaded = await page.evaluate(async () => {
      const urls = new Set();
      for (const element of document.querySelectorAll('*'))
        for (const [, url] of getComputedStyle(element).backgroundImage.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g)) urls.add(url.replace(/\\(.)/g, '$1'));
      return Promise.all([...urls].map(url => new Promise(resolve => {
        const image = new Image();
        image.onload = () => resolve([url, image.naturalWidth]);
        image.onerror = () => resolve([url, 0]);
        image.src = url;
      })));
    });
    assert.ok(loaded.length >= backgrounds, `${loaded.length} background pictures`);
    assert.deepEqual(loaded.filter(([, width]) => width === 0), []);
  });
}

const site = await serve(dist);
const browser = await openChromium().catch(async error => {
  await site.close();
  throw error;
});
try {
  await testFiles();
  await testHome(browser, site.origin);
  if (values.screenshot) await browser.page.screenshot({ path: values.screenshot });
  await testProduct(browser);
  await testCart(browser, site.origin);
  await testInsights(browser);
  await testSourceMap(browser, site.origin);
  console.log(`ok storefront: ${checks} checks`);
} catch (error) {
  console.error(`not ok storefront after ${checks} checks: ${error.message}`);
  for (const trouble of browser.troubles) console.error(`  seen in the browser: ${trouble}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}
