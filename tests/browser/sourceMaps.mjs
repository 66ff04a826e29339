// From a line of a V8 stack to the source it was compiled from, by the linked map beside the script.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { originalPositionFor, sourceContentFor, TraceMap } from '@jridgewell/trace-mapping';

/** The first frame of `stack` as `{ url, line, column }`; columns count from 0 here, from 1 in the stack. */
export function topFrame(stack) {
  const frame = stack.split('\n').find(line => /^\s*at .*:\d+:\d+\)?$/.test(line));
  const match = frame?.match(/(https?:[^\s)]+):(\d+):(\d+)\)?$/);
  if (!match) throw new Error(`no script position in the stack:\n${stack}`);
  return { url: match[1], line: Number(match[2]), column: Number(match[3]) - 1 };
}

/** Reads the map that the script's last comment links to. */
export async function linkedMap(script) {
  const text = await readFile(script, 'utf8');
  const link = text.match(/\/\/# sourceMappingURL=(\S+)\s*$/)?.[1];
  if (!link) throw new Error(`${path.basename(script)} has no sourceMappingURL comment at its end`);
  if (link.startsWith('data:')) throw new Error(`${path.basename(script)} has an inline map, not a linked one`);
  const file = path.resolve(path.dirname(script), decodeURIComponent(link));
  return new TraceMap(await readFile(file, 'utf8'), file);
}

export function originalPosition(map, { line, column }) {
  const position = originalPositionFor(map, { line, column });
  return { ...position, content: position.source === null ? null : sourceContentFor(map, position.source) };
}
