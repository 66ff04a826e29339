// Which browsers want a property, selector, at-rule or value under a prefix.
import { engines, mobileVersions, pack, require } from "./engines.mjs";

const caniuseNames = new Map(engines.flatMap(([name, , ids]) => ids.map(id => [id, name])));
// The browser of Android 4 and before; Chrome took its place.
caniuseNames.set("android", "android");

const letters = { "-webkit-": "w", "-moz-": "m", "-ms-": "s", "-o-": "o" };

function prefixOf(id, version, flag) {
  if (flag?.startsWith("-")) return flag;
  if (id === "firefox") return "-moz-";
  if (id === "ie" || (id === "edge" && version < 79_000)) return "-ms-";
  return id.startsWith("op") && version < 14_000 ? "-o-" : "-webkit-";
}

function rangesOf(browsers) {
  const ranges = new Map();
  for (const browser of browsers) {
    const [id, text, flag] = browser.split(" ");
    const name = caniuseNames.get(id), version = pack(text);
    // listed with their newest version only
    if (!name || !version || id.startsWith("and_") || (id === "op_mob" && version > 14_000)) continue;
    const key = `${name} ${letters[prefixOf(id, version, flag)]}`;
    const [first, last] = ranges.get(key) ?? [version, version];
    ranges.set(key, [Math.min(first, version), Math.max(last, version)]);
  }
  for (const [key, [first, last]] of [...ranges]) {
    const [name, letter] = key.split(" ");
    const from = mobileVersions({ [name]: first }), to = mobileVersions({ [name]: last });
    for (const mobile of Object.keys(from)) {
      if (mobile === name) continue;
      const [own, latest] = ranges.get(`${mobile} ${letter}`) ?? [from[mobile], 0];
      ranges.set(`${mobile} ${letter}`, [Math.min(own, from[mobile]), Math.max(latest, to[mobile] ?? from[mobile])]);
    }
  }
  return ranges;
}

export function prefixRows() {
  const index = new Map(engines.map(([name], at) => [name, at]));
  const entries = Object.entries(require("autoprefixer/data/prefixes")).sort(([a], [b]) => a < b ? -1 : 1);
  return entries.map(([name, { browsers }]) => {
    const ranges = [...rangesOf(browsers)].map(([key, [first, last]]) => [index.get(key.split(" ")[0]), key.split(" ")[1], first, last]);
    ranges.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
    return `        ("${name}", "${ranges.map(range => range.join(":")).join(" ")}"),`;
  });
}
