// The parsers that run in Node. `load` gets a function that imports from where they are installed, and gives `read(text, path)`.
// `reads` tells which files a parser can read at all.
const isScript = path => /\.[cm]?js$/.test(path);

export const peers = {
  'oxc-parser': {
    load: async use => {
      const { parseSync, rawTransferSupported } = await use('oxc-parser');
      // Lazy transfer needs Node 22. Without it the Rust side also writes the tree as JSON; the getter that would read it is not touched.
      if (!rawTransferSupported()) return (text, path) => parseSync(path, text);
      return (text, path) => parseSync(path, text, { experimentalLazy: true }).dispose();
    },
  },
  '@swc/core': {
    load: async use => {
      const { default: swc } = await use('@swc/core');
      return (text, path) => swc.parseSync(text, isScript(path)
        ? { syntax: 'ecmascript', target: 'es2022', isModule: 'unknown' }
        : { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' });
    },
  },
  esbuild: {
    job: 'parse + print',
    load: async use => {
      const { default: esbuild } = await use('esbuild');
      return (text, path) => esbuild.transformSync(text, { loader: path.split('.').at(-1) });
    },
  },
  acorn: {
    reads: isScript,
    load: async use => {
      const { parse } = await use('acorn');
      return text => parse(text, { ecmaVersion: 'latest', sourceType: /^(?:import|export) /m.test(text) ? 'module' : 'script' });
    },
  },
  meriyah: {
    reads: isScript,
    load: async use => {
      const { parse } = await use('meriyah');
      return text => parse(text, { next: true, webcompat: true, ranges: true, module: /^(?:import|export) /m.test(text) });
    },
  },
  typescript: {
    load: async use => {
      const { default: ts } = await use('typescript');
      return (text, path) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
    },
  },
};
