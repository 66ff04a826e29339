// Calls a library from text to text, writes what the first of the runs gave, and prints the fastest of them in milliseconds.
import { writeFileSync } from 'node:fs';

export async function printFastest(minify, code, output, runs) {
  let fastest = Infinity;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    const minified = await minify(code);
    fastest = Math.min(fastest, performance.now() - started);
    if (run === 0) writeFileSync(output, minified);
  }
  console.log(fastest.toFixed(1));
}
