// The released versions of each engine, with their share of use.
import { agents, data, engines } from "./engines.mjs";

export function releaseRows() {
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
