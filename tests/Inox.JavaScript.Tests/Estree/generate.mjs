// Writes what acorn and typescript-estree make of the sources in *.txt, parted by lines of `---`, to *.jsonl. The output is committed:
//   npm install --no-save acorn acorn-jsx @typescript-eslint/typescript-estree typescript && node generate.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { parse as parseTypeScript } from '@typescript-eslint/typescript-estree';
import { Parser } from 'acorn';
import jsx from 'acorn-jsx';

const JsxParser = Parser.extend(jsx());

function javaScript(source, parser) {
  for (const sourceType of ['script', 'module']) {
    try {
      return { sourceType, expected: parser.parse(source, { ecmaVersion: 'latest', sourceType }) };
    } catch (error) {
      if (sourceType === 'module') throw new Error(`${source}: ${error.message}`);
    }
  }
}

function typeScript(source, jsx) {
  try {
    return { expected: parseTypeScript(source, { range: true, jsx, suppressDeprecatedPropertyWarnings: true }) };
  } catch (error) {
    throw new Error(`${source}: ${error.message}`);
  }
}

const kinds = {
  javascript: source => javaScript(source, Parser), jsx: source => javaScript(source, JsxParser),
  typescript: source => typeScript(source, false), tsx: source => typeScript(source, true),
};

// JSON has no bigint; its digits are in the field `bigint`
const replacer = (_, value) => typeof value === 'bigint' ? null : value;

for (const [kind, parse] of Object.entries(kinds)) {
  const sources = readFileSync(new URL(`${kind}.txt`, import.meta.url), 'utf8').trimEnd().split('\n---\n');
  const lines = sources.map(source => JSON.stringify({ source, ...parse(source) }, replacer) + '\n');
  writeFileSync(new URL(`${kind}.jsonl`, import.meta.url), lines.join(''));
}
