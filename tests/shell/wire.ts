import type { Readable, Writable } from 'node:stream';

/** One JSON value a line; byte arrays travel as `{"$bytes": base64}`. */
export function sendLine(stream: Writable, value: unknown): void {
  stream.write(
    `${JSON.stringify(value, (_key, inner) => (inner instanceof Uint8Array ? { $bytes: Buffer.from(inner).toString('base64') } : inner))}\n`,
  );
}

/** Calls back with each value as it arrives. */
export function readLines(stream: Readable, onValue: (value: unknown) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onValue(JSON.parse(line, reviveBytes));
  });
}

function reviveBytes(_key: string, value: unknown): unknown {
  const bytes = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['$bytes'] : undefined;
  return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : value;
}
