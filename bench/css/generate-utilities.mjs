// A sheet of utilities such as a generator of classes writes: every property at every step, plain, for states and for widths of the window; two megabytes.
const steps = [...Array(97).keys()].map(step => [`${step}`, `${step / 4}rem`]);
const shades = [50, 100, 200, 300, 400, 500, 600, 700, 800, 900];
const colors = ['slate', 'red', 'amber', 'lime', 'teal', 'sky', 'violet', 'pink', 'stone', 'indigo'].flatMap((name, i) =>
  shades.map((shade, j) => [`${name}-${shade}`, `rgb(${(i * 31 + j * 20) % 256} ${(i * 67 + j * 11) % 256} ${(i * 13 + j * 23) % 256} / var(--opacity))`]));
const spacing = {
  m: ['margin'], mx: ['margin-left', 'margin-right'], my: ['margin-top', 'margin-bottom'], mt: ['margin-top'], mb: ['margin-bottom'],
  p: ['padding'], px: ['padding-left', 'padding-right'], py: ['padding-top', 'padding-bottom'], pt: ['padding-top'],
  w: ['width'], h: ['height'], gap: ['gap'], top: ['top'], left: ['left'], inset: ['top', 'right', 'bottom', 'left'],
};
const colored = { bg: 'background-color', text: 'color', border: 'border-color' };
const words = { display: ['block', 'inline-block', 'flex', 'inline-flex', 'grid', 'none'], position: ['static', 'relative', 'absolute', 'fixed', 'sticky'] };
const widths = { sm: 640, md: 768, lg: 1024, xl: 1280, '\\32xl': 1536 };

function utilities() {
  const rules = [];
  for (const [name, properties] of Object.entries(spacing)) {
    for (const [step, value] of steps) rules.push([`${name}-${step}`, properties.map(property => `  ${property}: ${value};`)]);
  }
  for (const [name, property] of Object.entries(colored)) {
    for (const [color, value] of colors) rules.push([`${name}-${color}`, ['  --opacity: 1;', `  ${property}: ${value};`]]);
  }
  for (const [property, values] of Object.entries(words)) {
    for (const value of values) rules.push([value, [`  ${property}: ${value};`]]);
  }
  return rules;
}

export function generateUtilities() {
  const rules = utilities();
  const write = (prefix, state) => rules.map(([name, lines]) => `.${prefix}${name}${state} {\n${lines.join('\n')}\n}\n`).join('\n');
  const parts = [write('', '')];
  for (const state of ['hover', 'focus', 'active']) parts.push(write(`${state}\\:`, `:${state}`));
  for (const [name, width] of Object.entries(widths)) {
    parts.push(`@media (min-width: ${width}px) {\n${write(`${name}\\:`, '')}${write(`${name}\\:hover\\:`, ':hover')}}\n`);
  }
  return parts.join('\n');
}
