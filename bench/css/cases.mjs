// Style sheets of npm packages as they are published, and a generated one.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateUtilities } from './generate-utilities.mjs';

const published = {
  bootstrap: 'bootstrap/dist/css/bootstrap.css',
  bulma: 'bulma/css/bulma.css',
  animate: 'animate.css/animate.css',
  foundation: 'foundation-sites/dist/css/foundation.css',
  materialize: 'materialize-css/dist/css/materialize.css',
  primer: '@primer/css/dist/primer.css',
  fontawesome: '@fortawesome/fontawesome-free/css/all.css',
  semantic: 'semantic-ui-css/semantic.css',
  preflight: 'tailwindcss/lib/css/preflight.css',
};

export const caseNames = [...Object.keys(published), 'utilities'];

export function fileOf(name, work) {
  if (name !== 'utilities') return join(work, 'node_modules', published[name]);
  const file = join(work, 'utilities.css');
  if (!existsSync(file)) writeFileSync(file, generateUtilities());
  return file;
}
