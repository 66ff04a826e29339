// Since when engines have each piece of syntax.
import { data, engines, pack } from "./engines.mjs";

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

export const syntaxRows = () => Object.entries(syntax).map(([name, places]) => `        (SyntaxFeature.${name}, [${engines.map(([, mdn]) => since(places, mdn)).join(", ")}]),`);
