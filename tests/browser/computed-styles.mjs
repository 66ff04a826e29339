// node computed-styles.mjs BEFORE.css AFTER.css [BEFORE.css AFTER.css ...]
// Makes a page with an element for every selector of a sheet, and compares the computed styles of all elements and of their pseudo-elements under the
// sheet as it was written and as it was made from it, in windows of several widths. Ends with `N passed, N failed`.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openChromium } from './chromium.mjs';

const widths = [420, 800, 1024, 1440];
const shownDifferences = 8;

const files = process.argv.slice(2);
if (files.length === 0 || files.length % 2 === 1) {
  console.error('usage: node computed-styles.mjs BEFORE.css AFTER.css ...');
  process.exit(2);
}

const document = (css, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${css.replaceAll('</style', '<\\/style')}</style></head><body>${body}</body></html>`;

// Runs in the page: elements that the selectors of its sheet match, as HTML.
function sampleOf() {
  const selectors = new Set();
  const visit = rules => {
    for (const rule of rules) {
      if (rule.selectorText) for (const selector of rule.selectorText.split(/,(?![^(]*\))/)) selectors.add(selector.trim());
      if (rule.cssRules && !(rule instanceof CSSKeyframesRule)) visit(rule.cssRules);
    }
  };
  visit(document.styleSheets[0].cssRules);

  const plain = text => text.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/\\(.)/g, '$1');
  const elementOf = compound => {
    const tag = /^[a-z][\w-]*/i.exec(compound)?.[0] ?? 'div';
    const element = document.createElement(/^(html|head|body)$/i.test(tag) ? 'div' : tag);
    for (const [, name] of compound.matchAll(/\.((?:\\.|[\w-]|[^\x00-\x7f])+)/g)) element.classList.add(plain(name));
    const id = /#((?:\\.|[\w-])+)/.exec(compound);
    if (id) element.id = plain(id[1]);
    for (const [, name, value] of compound.matchAll(/\[([\w-]+)(?:[~|^$*]?=["']?([^"'\]]*)["']?(?:\s+[is])?)?\]/g)) element.setAttribute(name, value ?? '');
    if (/:checked/.test(compound)) element.setAttribute('checked', '');
    if (/:disabled/.test(compound)) element.setAttribute('disabled', '');
    return element;
  };

  const seen = new Set();
  const host = document.createElement('div');
  for (const selector of selectors) {
    const steps = selector.replace(/::?(?:before|after|[a-z-]+)(\([^)]*\))?/g, match => /^:(checked|disabled)$/.test(match) ? match : '').match(/[>+~]|[^\s>+~\[]*(?:\[[^\]]*\][^\s>+~\[]*)*/g).filter(step => step !== '');
    let parent = host, last, sibling = false;
    const root = document.createElement('section');
    parent = root;
    for (const step of steps) {
      if (step === '>') continue;
      if (step === '+' || step === '~') {
        sibling = true;
        continue;
      }
      let element;
      try {
        element = elementOf(step);
      } catch {
        break;
      }
      if (sibling && last?.parentElement) last.parentElement.append(element);
      else (last ?? parent).append(element);
      sibling = false;
      last = element;
    }
    const html = root.innerHTML;
    if (html && !seen.has(html)) {
      seen.add(html);
      last.append('x');
      host.append(...root.childNodes);
    }
  }
  return host.innerHTML;
}

// Runs in the page: for each element and pseudo-element its whole computed style, in the order of `names`. Custom properties are text; what they do shows in the
// properties that use them.
function stylesOf() {
  const names = [...getComputedStyle(document.documentElement)].filter(name => !name.startsWith('--'));
  const boxes = [];

  // Both pages at the start of their animations.
  for (const animation of document.getAnimations()) {
    animation.pause();
    animation.currentTime = 0;
  }
  for (const element of document.body.querySelectorAll('*')) {
    for (const pseudo of [undefined, '::before', '::after', '::placeholder', '::marker', '::file-selector-button']) {
      const style = getComputedStyle(element, pseudo);
      if (pseudo && style.content === 'none' && !/placeholder|marker|file/.test(pseudo)) continue;
      if (pseudo && /placeholder|file/.test(pseudo) && element.localName !== 'input') continue;
      if (pseudo === '::marker' && style.display !== 'inline' && getComputedStyle(element).display !== 'list-item') continue;
      const classes = String(element.className.baseVal ?? element.className).trim();
      boxes.push([`${element.localName}${classes && '.' + classes.replaceAll(' ', '.')}${pseudo ?? ''}`, names.map(name => style.getPropertyValue(name)).join('\u0001')]);
    }
  }
  return { names, boxes };
}

async function stylesIn(page, css, body, width) {
  await page.setViewportSize({ width, height: 900 });
  await page.setContent(document(css, body), { waitUntil: 'domcontentloaded' });
  return page.evaluate(stylesOf);
}

// A colour's alpha read from two digits of hex, and a length that was computed with six digits, are a last digit off; boxes are laid out in 64ths of a pixel. A
// curve or a direction may go by its name. A background at 0 0 is where one at 0% 0% is, and of transitions that all take the same time one is enough.
const synonyms = [['ease-in-out', 'cubic-bezier(0.42, 0, 0.58, 1)'], ['ease-in', 'cubic-bezier(0.42, 0, 1, 1)'], ['ease-out', 'cubic-bezier(0, 0, 0.58, 1)'], ['ease', 'cubic-bezier(0.25, 0.1, 0.25, 1)'],
  ['to top', '0deg'], ['to right', '90deg'], ['to left', '270deg']];

function isSame(property, a, b) {
  if (a === b) return true;
  for (const [name, value] of synonyms) [a, b] = [a, b].map(text => text.replaceAll(name, value));
  if (property.startsWith('transition-')) [a, b] = [a, b].map(value => [...new Set(value.split(/,\s*(?![^(]*\))/))].join());
  if (/position/.test(property)) [a, b] = [a, b].map(value => value.replace(/\b0%/g, '0px'));
  const numbers = /-?\d*\.?\d+(?:e[-+]?\d+)?/g;
  if (a.replace(numbers, '#') !== b.replace(numbers, '#')) return false;
  const [left, right] = [a.match(numbers) ?? [], b.match(numbers) ?? []].map(list => list.map(Number));
  return left.every((value, i) => Math.abs(value - right[i]) <= Math.max(0.04, Math.abs(value) * 1e-4));
}

async function compare(page, beforeFile, afterFile) {
  const [before, after] = await Promise.all([readFile(beforeFile, 'utf8'), readFile(afterFile, 'utf8')]);
  await page.setContent(document(before, ''), { waitUntil: 'domcontentloaded' });
  const body = await page.evaluate(sampleOf);
  let differences = 0, elements = 0;
  for (const width of widths) {
    const expected = await stylesIn(page, before, body, width), actual = await stylesIn(page, after, body, width);
    elements = expected.boxes.length;
    if (actual.boxes.length !== elements) {
      console.log(`  ${width}px: ${elements} boxes before, ${actual.boxes.length} after`);
      differences++;
    }
    for (let i = 0; i < Math.min(elements, actual.boxes.length); i++) {
      if (expected.boxes[i][1] === actual.boxes[i][1]) continue;
      const [before, after] = [expected, actual].map(({ boxes }) => boxes[i][1].split('\u0001'));
      expected.names.forEach((property, at) => {
        if (isSame(property, before[at], after[at])) return;
        if (differences++ < shownDifferences) console.log(`  ${width}px ${expected.boxes[i][0]} ${property}: ${before[at]} became ${after[at]}`);
      });
    }
  }
  console.log(`${differences === 0 ? 'same' : `${differences} differences`}: ${path.basename(beforeFile)}, ${elements} boxes at ${widths.length} widths`);
  return differences === 0;
}

const { page, close } = await openChromium();
await page.route('**/*', route => route.abort());
let passed = 0;
try {
  for (let i = 0; i < files.length; i += 2) if (await compare(page, files[i], files[i + 1])) passed++;
} finally {
  await close();
}
console.log(`${passed} passed, ${files.length / 2 - passed} failed`);
process.exitCode = passed === files.length / 2 ? 0 : 1;
