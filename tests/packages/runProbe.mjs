import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const probe = fileURLToPath(new URL('probe.mjs', import.meta.url));
const LIMIT_MS = 60_000;

/** What importing `target` (a specifier or a file URL) gives: `{ types, values }`, or `{ error }`. */
export function runProbe(target, expressions = []) {
  return new Promise(resolve => {
    // The output is the package's own: only what comes over the channel counts.
    const child = fork(probe, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let stderr = '';
    child.stderr.on('data', data => { stderr += data; });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    let answer;
    child.on('message', message => { answer = message; });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(answer ?? { error: `the process ended with ${signal ?? code}: ${stderr.split('\n').slice(0, 5).join(' | ')}` });
    });
    child.send({ target, expressions });
  });
}
