// The engines that queries can name, and what the compatibility data says of them.
import { createRequire } from "node:module";
import path from "node:path";

const [folder = "."] = process.argv.slice(2).filter(argument => !argument.startsWith("--"));
export const require = createRequire(path.resolve(folder, "package.json"));
export const data = require("@mdn/browser-compat-data");
export const { agents, feature } = require("caniuse-lite");
export const from = `caniuse-lite ${require("caniuse-lite/package.json").version} and @mdn/browser-compat-data ${data.__meta.version}`;

// In the order of Inox.Core.Engine: the name in queries, at MDN and in caniuse.
export const engines = [
  ["android", "chrome_android", ["and_chr"]], ["bun", "bun", []], ["chrome", "chrome", ["chrome"]], ["deno", "deno", []], ["edge", "edge", ["edge"]],
  ["firefox", "firefox", ["firefox"]], ["firefoxandroid", "firefox_android", ["and_ff"]], ["ie", "ie", ["ie"]], ["ios", "safari_ios", ["ios_saf"]], ["node", "nodejs", []], ["opera", "opera", ["opera"]],
  ["operamobile", "opera_android", ["op_mob"]], ["safari", "safari", ["safari"]], ["samsung", "samsunginternet_android", ["samsung"]],
];

/** A version as major * 1000 + minor, as Inox.Core.EngineTargets has it; 0 for what is no version. */
export function pack(version) {
  const [major, minor = 0] = version.replace("≤", "").split("-")[0].split(".").map(Number);
  return Number.isNaN(major) ? 0 : major * 1000 + minor;
}

const operas = Object.entries(data.browsers.opera_android.releases).filter(([, release]) => release.engine === "Blink")
  .map(([version, release]) => [pack(version), pack(release.engine_version)]).sort(([a], [b]) => a - b);

/**
 * The first versions in desktop browsers, with those of the mobile ones that share their engine where they are not there: Chrome and Firefox count alike
 * on both, Opera counts by itself.
 */
export function mobileVersions(versions) {
  const result = { ...versions };
  if (versions.chrome) {
    result.android ??= versions.chrome;
    const opera = operas.find(([, chrome]) => chrome >= versions.chrome)?.[0];
    if (opera) result.operamobile ??= opera;
  }
  if (versions.firefox) result.firefoxandroid ??= versions.firefox;
  return result;
}
