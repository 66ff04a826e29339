import { readFile } from 'node:fs/promises';

/**
 * The packages under test: `name` (also of its bundle), `specifier` (what is imported), `listed`
 * (see entries.mjs) and `smokes`, pairs of an expression over the namespace `ns` and the JSON of its value.
 */
export const packages = JSON.parse(await readFile(new URL('packages.json', import.meta.url), 'utf8'))
  .map(({ name, specifier = name, listed = false, smokes }) => ({ name, specifier, listed, smokes }));
