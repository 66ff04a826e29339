import { basename, extname } from 'node:path';

/** The text of rspack.config.mjs for a build: ES modules for browsers, TypeScript and JSX through the built-in loader, native CSS. */
export function rspackConfig({ entry, sourcemap, define, assets, tsconfig }) {
  const assetRule = assets.length === 0 ? '' : `
      { test: /(${assets.map(extension => extension.replace('.', '\\.')).join('|')})$/, type: 'asset/resource' },`;
  return `import { rspack } from '@rspack/core';

export default {
  mode: 'production',
  entry: { ${basename(entry, extname(entry))}: './${entry}' },
  devtool: ${sourcemap ? "'source-map'" : 'false'},
  target: ['web', 'es2022'],
  output: { module: true, filename: '[name].js', library: { type: 'module' }, chunkFormat: 'module', chunkLoading: 'import' },
  resolve: { extensions: ['.tsx', '.ts', '.js', '.json']${tsconfig ? ", tsConfig: './tsconfig.json'" : ''} },
  module: {
    // import styles from './x.module.css': by default each class is a named export instead.
    parser: { 'css/module': { namedExports: false } },
    rules: [
      {
        test: /\\.tsx?$/,
        loader: 'builtin:swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
            target: 'es2022',
          },
        },
      },
      { test: /\\.module\\.css$/, type: 'css/module' },
      { test: /\\.css$/, exclude: /\\.module\\.css$/, type: 'css' },${assetRule}
    ],
  },
  plugins: [new rspack.DefinePlugin(${JSON.stringify(define)})],
};
`;
}
