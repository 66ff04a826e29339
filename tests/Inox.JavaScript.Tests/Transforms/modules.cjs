// Runs programs whose modules were lowered to a format, with as little of a loader as each needs: node modules.cjs FORMAT < PROGRAMS, a JSON list of programs,
// each with its texts by name; `./main` is the first to run. Prints a JSON list of what each printed.
const format = process.argv[2];
let files;
if (format !== "cjs") global.document = { baseURI: "http://x/" };
const outside = {
  plain: Object.assign(() => "called", { a: 1 }),
  url: require("url"),
  marked: { __esModule: true, default: "default", a: 2 },
};

const loaders = {
  cjs() {
    const loaded = {};
    const load = name => {
      if (outside[name]) return outside[name];
      if (loaded[name]) return loaded[name].exports;
      const module = (loaded[name] = { exports: {} });
      new Function("require", "exports", "module", "__filename", "__dirname", files[name])(load, module.exports, module, "/x/" + name, "/x");
      return module.exports;
    };
    load("./main");
  },
  amd() {
    const loaded = {};
    const load = name => {
      if (outside[name]) return outside[name];
      if (loaded[name]) return loaded[name].exports;
      const module = (loaded[name] = { exports: {}, uri: "http://x/" + name });
      const require = (what, done, failed) => {
        if (typeof what === "string") return load(what);
        Promise.resolve().then(() => done(...what.map(load))).catch(failed);
      };
      const own = { require, exports: module.exports, module };
      global.define = (names, factory) => { factory(...names.map(each => own[each] || load(each))); };
      global.define.amd = {};
      new Function(files[name])();
      return module.exports;
    };
    load("./main");
  },
  umd() { loaders.amd(); },
  async system() {
    const loaded = {};
    const load = name => {
      if (loaded[name]) return loaded[name];
      const module = (loaded[name] = { space: Object.create(null), setters: [], dependencies: [] });
      if (outside[name]) {
        const given = outside[name].__esModule ? outside[name] : Object.assign({}, outside[name], { default: outside[name] });
        Object.assign(module.space, given);
        return module;
      }
      const tell = (key, value) => {
        if (typeof key === "object") Object.assign(module.space, key);
        else module.space[key] = value;
        for (const setter of module.setters) setter(module.space);
        return value;
      };
      const System = {
        register(names, declare) {
          const declared = declare(tell, { meta: { url: "http://x/" + name }, import: async path => { const found = load(path); await run(found); return found.space; } });
          module.execute = declared.execute;
          names.forEach((each, i) => {
            const dependency = load(each);
            module.dependencies.push(dependency);
            dependency.setters.push(declared.setters[i]);
            declared.setters[i](dependency.space);
          });
        },
      };
      new Function("System", files[name])(System);
      return module;
    };
    const run = async module => {
      if (module.isRun) return;
      module.isRun = true;
      for (const dependency of module.dependencies) await run(dependency);
      if (module.execute) await module.execute();
    };
    await run(load("./main"));
  },
};
(async () => {
  const outputs = [], log = console.log;
  for (files of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
    const lines = [];
    console.log = (...values) => lines.push(values.map(String).join(" "));
    try {
      await loaders[format]();
      await new Promise(done => setTimeout(done, 5));
    } catch (error) {
      lines.push(String(error));
    }
    outputs.push(lines.join("\n"));
  }
  log(JSON.stringify(outputs));
})();
