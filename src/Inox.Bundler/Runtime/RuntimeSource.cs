namespace Inox.Bundler.Runtime;

/// <summary>
/// What bundled code calls to join modules of different kinds. It is a module like any other: what no chunk uses is shaken out. Its syntax is
/// that of ES5 and arrow functions, which <see cref="Linking.LowerOwnCode"/> turns into others where engines have none.
/// </summary>
internal static class RuntimeSource
{
    public const string CommonJs = "__commonJS";
    public const string Esm = "__esm";
    public const string Export = "__export";
    public const string ReExport = "__reExport";
    public const string ToEsm = "__toESM";
    public const string ToCommonJs = "__toCommonJS";
    public const string Require = "__require";
    public const string ImportMeta = "__importMeta";
    public const string FileName = "__filename";
    public const string DirName = "__dirname";
    public const string LoadStyles = "__loadStyles";
    public const string Glob = "__glob";
    public const string Binary = "__fromBase64";

    /// <summary>The text for a build's platform and format.</summary>
    public static string TextFor(BuildOptions options) =>
        Text.Replace("TAG", options.NamespaceToStringTag ? "define(target, Symbol.toStringTag, { value: \"Module\" })" : "target")
        + (options is { Platform: Platform.Node, Format: ModuleFormat.Esm } ? NodeModuleText : RequireText);

    private const string Text = """
        var define = Object.defineProperty;
        var ownNames = Object.getOwnPropertyNames;
        var descriptorOf = Object.getOwnPropertyDescriptor;
        var hasOwn = Object.prototype.hasOwnProperty;

        // Gives `target` a live getter for each own property of `source` that it does not have yet.
        var copyProperties = (target, source, except) => {
          if (source && (typeof source === "object" || typeof source === "function"))
            ownNames(source).forEach((key) => {
              if (!hasOwn.call(target, key) && key !== except) {
                var descriptor = descriptorOf(source, key);
                define(target, key, { get: () => source[key], enumerable: !descriptor || descriptor.enumerable });
              }
            });
          return target;
        };

        // A CommonJS module: evaluated on the first call; after an error it can be tried again.
        export var __commonJS = (evaluate, module) => () => {
          if (!module) {
            module = { exports: {} };
            try {
              evaluate.call(module.exports, module.exports, module);
            } catch (error) {
              module = 0;
              throw error;
            }
          }
          return module.exports;
        };

        // An ES module that is evaluated on demand: once, and an error is thrown again each time.
        export var __esm = (evaluate, result, failure) => () => {
          if (failure) throw failure[0];
          if (evaluate)
            try {
              result = evaluate(evaluate = 0);
            } catch (error) {
              failure = [error];
              throw error;
            }
          return result;
        };

        // A module namespace object from a getter for each name.
        export var __export = (target, getters) => {
          for (var name in getters) define(target, name, { get: getters[name], enumerable: true });
          return TAG;
        };

        // What require() gives for an ES module: the same object each time.
        var commonJsViews = /* @__PURE__ */ new WeakMap();

        // export * from a module whose names are known only now: who required it sees them too
        export var __reExport = (target, module) => {
          copyProperties(target, module, "default");
          if (commonJsViews.has(target)) copyProperties(commonJsViews.get(target), module, "default");
        };

        // The namespace that an ES module sees of a CommonJS module.
        export var __toESM = (module, isNode, target) => {
          target = module != null ? Object.create(Object.getPrototypeOf(module)) : {};
          TAG;
          if (isNode || !module || !module.__esModule) define(target, "default", { value: module, enumerable: true });
          return copyProperties(target, module);
        };

        export var __toCommonJS = (namespace) => {
          var view = commonJsViews.get(namespace);
          if (!view) {
            view = copyProperties(define({}, "__esModule", { value: true }), namespace);
            if (namespace[Symbol.toStringTag]) define(view, Symbol.toStringTag, { value: namespace[Symbol.toStringTag] });
            commonJsViews.set(namespace, view);
          }
          return view;
        };

        // import.meta where the output is no ES module
        export var __importMeta = {
          get url() {
            if (typeof document !== "undefined") return (document.currentScript && document.currentScript.src) || document.baseURI;
            return typeof __filename !== "undefined" ? require("url").pathToFileURL(__filename).href : undefined;
          },
        };

        // The style sheets of code that is loaded on demand, each once.
        export var __loadStyles = (urls) =>
          Promise.all(urls.map((url) => {
            if (typeof document === "undefined") return;
            var href = new URL(url, document.baseURI).href;
            if ([].some.call(document.querySelectorAll("link[rel=stylesheet]"), (each) => each.href === href)) return;
            var link = document.createElement("link");
            link.rel = "stylesheet";
            link.href = href;
            document.head.appendChild(link);
            return new Promise((resolve, reject) => {
              link.onload = resolve;
              link.onerror = () => reject(Error("cannot load the style sheet " + href));
            });
          }));

        // require("./" + name) and import("./" + name): a function for each file that it may mean
        export var __glob = (files, isAsync) => (path) => {
          if (hasOwn.call(files, path)) return files[path]();
          var error = Error('no module "' + path + '" in this bundle');
          error.code = "MODULE_NOT_FOUND";
          if (isAsync) return Promise.reject(error);
          throw error;
        };

        export var __fromBase64 = (text) => {
          if (typeof Buffer !== "undefined") return new Uint8Array(Buffer.from(text, "base64"));
          return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        };
        """;

    private const string RequireText = """

        // require where the output has none of its own
        export var __require = /* @__PURE__ */ ((fallback) =>
          typeof require !== "undefined" ? require
          : typeof Proxy !== "undefined" ? new Proxy(fallback, { get: (target, name) => (typeof require !== "undefined" ? require : target)[name] })
          : fallback)(function (name) {
            if (typeof require !== "undefined") return require.apply(this, arguments);
            throw Error('require("' + name + '") has no answer here: bundle the module or run in an environment that has require');
          });
        """;

    // An ES module under Node has none of what CommonJS modules take for granted.
    private const string NodeModuleText = """

        import { createRequire } from "node:module";
        import { fileURLToPath } from "node:url";
        import { dirname } from "node:path";
        export var __require = /* @__PURE__ */ createRequire(import.meta.url);
        export var __filename = /* @__PURE__ */ fileURLToPath(import.meta.url);
        export var __dirname = /* @__PURE__ */ dirname(__filename);
        """;
}
