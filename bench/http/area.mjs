// Inox.Http beside other servers: one core for the server, another for the load; what counts is the server's CPU time a request.
import { spawnSync } from 'node:child_process';
import { measureServer } from './measure.mjs';
import { servers } from './servers.mjs';

export const title = 'Inox.Http and its peers';
export const toolNames = Object.keys(servers);
export const caseNames = ['plaintext', 'json', 'short'];

const titles = {
  plaintext: 'GET /plaintext, 64 connections kept alive',
  json: 'GET /json, an object made and written for each request, 64 connections kept alive',
  short: 'GET /plaintext with `Connection: close`: one connection a request',
};

const notes = `The server is pinned to one core and wrk to another. µs is user and system time of the server's process for each request, the figure that holds on a
noisy machine; first is the CPU time from exec to the first response; idle and loaded are resident memory. Medians. In parentheses: times the figure of ${toolNames[0]}, smaller is better.`;

function requireTool(name, packageName) {
  if (spawnSync(name, ['--version']).error === undefined) return;
  const install = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', packageName], { stdio: 'ignore' });
  if (install.status !== 0) throw new Error(`${name} is needed; install with: sudo apt-get install ${packageName}`);
}

const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];

function row(name, results, first) {
  const middle = key => median(results.map(result => result[key]));
  const cell = (key, digits) => `${middle(key).toFixed(digits)} (${(middle(key) / median(first.map(result => result[key]))).toFixed(2)})`;
  return `| ${name} | ${cell('microseconds', 2)} | ${Math.round(middle('perSecond')).toLocaleString('en')} | ${middle('p99').toFixed(2)} | ${cell('firstCpu', 1)} | ${middle('idle').toFixed(1)} | ${middle('loaded').toFixed(1)} |`;
}

export async function run({ runs, tools, cases, work }) {
  requireTool('wrk', 'wrk');
  let failures = 0;
  const ready = [];
  for (const name of tools) {
    try {
      ready.push([name, servers[name].prepare(work)]);
    } catch (error) {
      failures++;
      console.error(`bench: ${name}: ${error.message}`);
    }
  }
  const parts = [notes];
  for (const each of cases) {
    const results = new Map(ready.map(([name]) => [name, []]));
    // In turns: A B C A B C.
    for (let i = 0; i < runs; i++) for (const [name, command] of ready) results.get(name).push(await measureServer(command, each));
    const first = results.get(ready[0][0]);
    parts.push(`## ${titles[each]}\n\n| | µs | requests/s | p99 ms | first, ms CPU | idle MB | loaded MB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n${ready.map(([name]) => row(name, results.get(name), first)).join('\n')}`);
  }
  return { report: parts.join('\n\n') + '\n', failures };
}
