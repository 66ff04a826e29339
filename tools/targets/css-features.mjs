// Since when browsers have what style sheets use. A feature is a row of css-features.json: its name and where the data has it, `mdn:` a path,
// `caniuse:` a feature, `none`, or the first versions themselves.
import { readFileSync } from "node:fs";
import path from "node:path";
import { data, engines, feature, mobileVersions, pack, require } from "./engines.mjs";

const features = JSON.parse(readFileSync(path.join(import.meta.dirname, "css-features.json"), "utf8"));

export const featureNames = Object.keys(features);

function fromMdn(place) {
  const compat = place.split(".").reduce((node, key) => node?.[key], data.css)?.__compat;
  if (!compat) throw new Error(`MDN has no css.${place}`);
  const versions = {};
  for (const [name, mdn] of engines) {
    const statements = [compat.support[mdn] ?? []].flat();
    const plain = statements.find(each => each.version_added && each.version_added !== "preview" && !each.version_removed && !each.prefix && !each.alternative_name && !each.flags && !each.partial_implementation);
    if (plain) versions[name] = pack(plain.version_added);
  }
  return versions;
}

// Of mobile Chrome, Firefox and Opera caniuse lists the newest version only.
function fromCaniuse(id) {
  const versions = {};
  const { stats } = feature(require(`caniuse-lite/data/features/${id}.js`));
  for (const [name, , [own]] of engines) {
    if (!own || own.startsWith("and_") || own === "op_mob") continue;
    const full = Object.entries(stats[own] ?? {}).filter(([version, state]) => /^y/.test(state) && !/ x/.test(state) && pack(version)).map(([version]) => pack(version));
    if (full.length > 0) versions[name] = Math.min(...full);
  }
  return mobileVersions(versions);
}

function versionsAt(place) {
  if (place === "none") return {};
  if (typeof place === "object") return mobileVersions(Object.fromEntries(Object.entries(place).map(([name, version]) => [name, pack(version)])));
  return place.startsWith("mdn:") ? fromMdn(place.slice(4)) : fromCaniuse(place.slice(8));
}

export function featureRows() {
  return featureNames.map(name => {
    const maps = [features[name]].flat().map(versionsAt);
    const row = engines.map(([engine]) => maps.some(map => !map[engine]) ? 0 : Math.max(...maps.map(map => map[engine])));
    return `        ${row.join(", ")}, // ${name}`;
  });
}
