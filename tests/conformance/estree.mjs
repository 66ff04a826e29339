// node estree.mjs CASES: compares trees with those of acorn and typescript-estree.
// CASES has one JSON object a line: name, source, tree, parser (`acorn`, `ts` or `tsx`), sourceType. For each there is a line of output:
// { name, same } or { name, difference }; a source that the reference rejects is { name, rejected }.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse as parseTypeScript } from '@typescript-eslint/typescript-estree';
import { parse as parseJavaScript } from 'acorn';

function parseReference({ parser, source, sourceType, name }) {
  if (parser === 'acorn') return parseJavaScript(source, { ecmaVersion: 'latest', sourceType, allowHashBang: true });
  const extension = name.endsWith('.d.ts') ? 'd.ts' : parser;
  return parseTypeScript(source, { range: true, jsx: parser === 'tsx', filePath: `file.${extension}`, suppressDeprecatedPropertyWarnings: true });
}

// What JSON has no form for, as Inox documents it
function plain(value) {
  if (typeof value === 'bigint') return null;
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  return value === undefined ? null : value;
}

const isObject = value => typeof value === 'object' && value !== null && !(value instanceof RegExp);

const keysOf = value => Object.keys(value).filter(key => value[key] !== undefined);

const show = value => (JSON.stringify(isObject(value) ? value.type ?? Object.keys(value) : value) ?? 'nothing').slice(0, 80);

// With a list and not by recursion: some trees are thousands of levels deep
function findDifference(reference, tree) {
  const pending = [[reference, tree, '']];
  while (pending.length > 0) {
    const [expected, actual, path] = pending.pop();
    if (!isObject(expected) || !isObject(actual)) {
      if (!Object.is(plain(expected), actual)) {
        if (plain(expected) === 0 && actual === 0) continue;
        return `${path}: ${show(actual)}, and not ${show(plain(expected))}`;
      }
      continue;
    }
    const missing = keysOf(expected).find(key => !(key in actual)), extra = Object.keys(actual).find(key => expected[key] === undefined);
    if (missing !== undefined) return `${path} (${expected.type}): no ${missing}: ${show(expected[missing])}`;
    if (extra !== undefined) return `${path} (${expected.type}): ${extra}: ${show(actual[extra])}`;
    const start = expected.range?.[0] ?? expected.start;
    // the value of a regular expression is the engine's: null where it knows a feature not yet
    const keys = keysOf(expected).filter(key => !(key === 'value' && expected.regex));
    for (const key of keys.reverse()) pending.push([expected[key], actual[key], `${path}${start === undefined ? '' : `@${start}`}.${key}`.slice(-120)]);
  }
}

function judge(test) {
  let reference;
  try {
    reference = parseReference(test);
  } catch (error) {
    return { rejected: error.message };
  }
  const difference = findDifference(reference, test.tree);
  return difference === undefined ? { same: true } : { difference };
}

for await (const line of createInterface({ input: createReadStream(process.argv[2]), crlfDelay: Infinity })) {
  if (line.length === 0) continue;
  const test = JSON.parse(line);
  process.stdout.write(JSON.stringify({ name: test.name, ...judge(test) }) + '\n');
}
