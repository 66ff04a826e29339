// Writes what browsers there are (src/Inox.Core/Targets/Generated) and since when engines have each piece of syntax
// (src/Inox.JavaScript/Transforms/Targets/Generated) from public compatibility data.
//   npm install && node generate.mjs
// With --check it writes nothing and fails when a file would be another.
import { createRequire } from "node:module";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const [folder = "."] = process.argv.slice(2).filter(argument => !argument.startsWith("--"));
const isCheck = process.argv.includes("--check");
const require = createRequire(path.resolve(folder, "package.json"));
const data = require("@mdn/browser-compat-data"), { agents } = require("caniuse-lite");
const root = path.join(import.meta.dirname, "../..");

// In the order of Inox.Core.Engine: the name in queries, at MDN and in caniuse.
const engines = [
  ["android", "chrome_android", ["and_chr"]], ["bun", "bun", []], ["chrome", "chrome", ["chrome"]], ["deno", "deno", []], ["edge", "edge", ["edge"]],
  ["firefox", "firefox", ["firefox"]], ["firefoxandroid", "firefox_android", ["and_ff"]], ["ie", "ie", ["ie"]], ["ios", "safari_ios", ["ios_saf"]], ["node", "nodejs", []], ["opera", "opera", ["opera"]],
  ["operamobile", "opera_android", ["op_mob"]], ["safari", "safari", ["safari"]], ["samsung", "samsunginternet_android", ["samsung"]],
];

// A row of SyntaxFeature, and where MDN has it; of several the latest counts.
const syntax = {
  ArrowFunction: ["functions.arrow_functions"], Class: ["classes"], Let: ["statements.let"], Const: ["statements.const"], TemplateLiteral: ["grammar.template_literals"],
  Destructuring: ["operators.destructuring"], Spread: ["operators.spread.spread_in_arrays", "operators.spread.spread_in_function_calls"], RestParameter: ["functions.rest_parameters"],
  DefaultParameter: ["functions.default_parameters"], ForOf: ["statements.for_of"], Generator: ["statements.generator_function"], NewTarget: ["operators.new_target"],
  ShorthandProperty: ["operators.object_initializer.shorthand_property_names"], ShorthandMethod: ["operators.object_initializer.shorthand_method_names"],
  ComputedKey: ["operators.object_initializer.computed_property_names"], Module: ["statements.import"], RegExpUnicodeFlag: ["builtins.RegExp.unicode"],
  RegExpStickyFlag: ["builtins.RegExp.sticky"], Exponent: ["operators.exponentiation"], AsyncFunction: ["statements.async_function"],
  ObjectRest: ["operators.destructuring.rest_in_objects"], ObjectSpread: ["operators.spread.spread_in_object_literals"], AsyncGenerator: ["statements.async_generator_function"],
  ForAwait: ["statements.for_await_of"], TaggedEscape: ["grammar.template_literals.template_literal_revision"], RegExpDotAllFlag: ["builtins.RegExp.dotAll"],
  RegExpNamedGroup: ["regular_expressions.named_capturing_group"], RegExpLookbehind: ["regular_expressions.lookbehind_assertion"],
  RegExpProperty: ["regular_expressions.unicode_character_class_escape"], OptionalCatchBinding: ["statements.try_catch.optional_catch_binding"], DynamicImport: ["operators.import"],
  BigInt: ["builtins.BigInt"], OptionalChaining: ["operators.optional_chaining"], NullishCoalescing: ["operators.nullish_coalescing"], ImportMeta: ["operators.import_meta"],
  ExportNamespace: ["statements.export.namespace"], LogicalAssignment: ["operators.nullish_coalescing_assignment", "operators.logical_or_assignment"],
  ClassField: ["classes.public_class_fields"], PrivateMember: ["classes.private_class_fields", "classes.private_class_methods"], StaticBlock: ["classes.static.initialization_blocks"],
  PrivateIn: ["classes.private_class_fields_in"], TopLevelAwait: ["operators.await.top_level"], RegExpIndicesFlag: ["builtins.RegExp.hasIndices"], Hashbang: ["grammar.hashbang_comments"],
  RegExpSetsFlag: ["builtins.RegExp.unicodeSets"], ImportAttributes: ["statements.import.import_attributes"], RegExpModifiers: ["regular_expressions.modifier"],
  RegExpDuplicateGroup: ["regular_expressions.named_capturing_group.duplicate_named_capturing_groups"], Using: ["statements.using"], AwaitUsing: ["statements.await_using"],
};

function pack(version) {
  const [major, minor = 0] = version.replace("≤", "").split("-")[0].split(".").map(Number);
  return Number.isNaN(major) ? 0 : major * 1000 + minor;
}

// `await` at top level is in every engine that counts as having it in part only because modules that import each other may deadlock.
function since(places, engine) {
  let latest = 0;
  for (const place of places) {
    const compat = place.split(".").reduce((node, key) => node?.[key], data.javascript)?.__compat;
    if (!compat) throw new Error(`MDN has no javascript.${place}`);
    const statements = [compat.support[engine] ?? []].flat();
    if (place.endsWith("top_level")) statements.reverse();
    const plain = statements.find(each => typeof each.version_added === "string" && each.version_added !== "preview" && !each.version_removed && !each.flags && (!each.partial_implementation || place.endsWith("top_level")) && !each.alternative_name);
    if (!plain) return 0;
    latest = Math.max(latest, pack(plain.version_added) || 1);
  }
  return latest;
}

function releases() {
  const lines = [];
  const nodes = Object.entries(data.browsers.nodejs.releases);
  for (const [name, , ids] of engines) {
    const rows = [];
    for (const id of ids)
      for (const version of agents[id].versions.filter(Boolean)) {
        if (agents[id].release_date[version] === null || agents[id].release_date[version] === undefined) continue;
        rows.push(`${version.split("-")[0].replace("all", "0")}:${+(agents[id].usage_global[version] ?? 0).toFixed(4)}`);
      }
    if (name === "node") for (const [version, { status }] of nodes) if (status !== "beta" && status !== "planned") rows.push(`${version}:0${status === "retired" ? "" : "!"}`);
    lines.push(`        "${name} ${rows.join(" ")}",`);
  }
  return lines;
}

function write(file, text) {
  const full = path.join(root, file);
  if (isCheck) {
    if (!existsSync(full) || readFileSync(full, "utf8") !== text) {
      console.error(`${file} is not what the data says`);
      process.exitCode = 1;
    }
    return;
  }
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

const from = `caniuse-lite ${require("caniuse-lite/package.json").version} and @mdn/browser-compat-data ${data.__meta.version}`;
write("src/Inox.Core/Targets/Generated/BrowserReleases.g.cs", `// <auto-generated>Made by tools/targets from ${from}. Do not edit.</auto-generated>
#nullable enable

namespace Inox.Core;

internal static class BrowserReleases
{
    /// <summary>A row of <see cref="Engine"/>: its name, then its released versions, oldest first, each with its share of use in percent; \`!\` marks one that is maintained.</summary>
    public static readonly string[] Rows =
    [
${releases().join("\n")}
    ];
}
`);
write("src/Inox.JavaScript/Transforms/Targets/Generated/EngineSyntax.g.cs", `// <auto-generated>Made by tools/targets from ${from}. Do not edit.</auto-generated>
#nullable enable

using Inox.JavaScript.Transforms.Lowering;

namespace Inox.JavaScript.Transforms.Targets;

internal static class EngineSyntax
{
    /// <summary>The feature, and by Inox.Core.Engine the first version that has it as major * 1000 + minor; 0 for none.</summary>
    public static readonly (SyntaxFeature Feature, int[] Since)[] Rows =
    [
${Object.entries(syntax).map(([name, places]) => `        (SyntaxFeature.${name}, [${engines.map(([, mdn]) => since(places, mdn)).join(", ")}]),`).join("\n")}
    ];
}
`);
