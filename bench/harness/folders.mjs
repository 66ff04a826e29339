import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where an area installs peers and generates inputs; ignored by git. */
export function workFolder(area) {
  const folder = join(root, 'bench/scratch', area);
  mkdirSync(folder, { recursive: true });
  return folder;
}
