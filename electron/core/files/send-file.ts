import { createReadStream } from 'node:fs';
import { DetailedError, Upload } from 'tus-js-client';
import { refusalOfStatus, type TransferPorts } from '#electron/core/jobs/fetch-file.ts';
import { polite } from '#electron/core/jobs/politeness.ts';
import { type ErrorCode, errors, Refusal } from '#shared/domain/error.ts';

export interface Centre {
  serverUrl: string;
  /** A valid token, asked for before every request: a long transfer outlives several. */
  access(): Promise<string>;
}

export interface Sent {
  sha256: string;
  size: number;
  name: string;
  /** Empty when the record is out of sight here. */
  attachmentId: string;
  path: string;
  /** Where the centre keeps what has come so far; null for a beginning. */
  uploadUrl: string | null;
}

/** Bytes of one request; what has arrived of a broken one counts as well. */
const chunk = 4 * 1024 * 1024;

/**
 * Sends a file to the centre, going on where it stopped, and resolves when the centre says that it has it whole and checked.
 * `began` hears the address to go on at. Rejects with Refusal: SERVER_UNREACHABLE, UNAUTHENTICATED, or what the centre says of the file.
 */
export async function sendFile(
  centre: Centre,
  file: Sent,
  ports: TransferPorts,
  began: (url: string) => void,
): Promise<void> {
  // Bytes that we have sent before need not travel again: asking is enough for the centre to check them off.
  if (file.attachmentId !== '' && (await hasFile(centre, file, ports.signal))) return;
  await upload(centre, file, ports, began);
  if (file.attachmentId === '') return;
  // An upload can be whole and yet unchecked, when the centre ended between its last byte and its check.
  if (!(await hasFile(centre, file, ports.signal))) throw new Refusal('FILE_DAMAGED', { unchecked: true });
}

/** Whether the centre has the bytes of an attachment, in full length. Rejects with Refusal when it does not say. */
export async function hasFile(
  centre: Centre,
  file: Pick<Sent, 'sha256' | 'size' | 'attachmentId'>,
  signal: AbortSignal,
): Promise<boolean> {
  const headers = { authorization: `Bearer ${await centre.access()}` };
  const address = new URL(`/files/${file.sha256}?attachment=${file.attachmentId}`, centre.serverUrl);
  const answer = await fetch(address, { method: 'HEAD', headers, signal }).catch(() => {
    throw new Refusal('SERVER_UNREACHABLE', {});
  });
  if (answer.status === 404) return false;
  // Some devices on the way answer yes to everything.
  const isIt = answer.headers.get('etag')?.replace(/^W\//, '') === `"${file.sha256}"`;
  if (!answer.ok || !isIt) throw refusalOfStatus(answer);
  return Number(answer.headers.get('content-length') ?? file.size) === file.size;
}

function upload(centre: Centre, file: Sent, ports: TransferPorts, began: (url: string) => void): Promise<void> {
  const { sha256, size, name, attachmentId, path, uploadUrl } = file;
  const { signal, busy, progress } = ports;
  return new Promise<void>((resolve, reject) => {
    const fail = (error: unknown): void => {
      void sending.abort().catch(() => undefined);
      reject(refusalOf(error));
    };
    const source = {
      size,
      slice: (start: number, end: number) => {
        const bytes = createReadStream(path, { start, end: end - 1 });
        const value = Object.assign(
          polite(busy, signal, () => {}),
          { size: Math.min(end, size) - start },
        );
        bytes.on('error', fail);
        bytes.pipe(value);
        return Promise.resolve({ value, done: end >= size });
      },
      close: () => {},
    };
    const sending = new Upload(Buffer.alloc(0), {
      endpoint: new URL('/files/upload', centre.serverUrl).href,
      // An address of another centre would be handed our token.
      ...(uploadUrl?.startsWith(new URL(centre.serverUrl).origin) ? { uploadUrl } : {}),
      fileReader: { openFile: () => Promise.resolve(source) },
      uploadSize: size,
      chunkSize: chunk,
      retryDelays: null,
      metadata: { sha256, size: String(size), name, attachment: attachmentId },
      onBeforeRequest: async (request) => request.setHeader('authorization', `Bearer ${await centre.access()}`),
      onUploadUrlAvailable: () => began(sending.url ?? ''),
      onProgress: progress,
      onSuccess: () => resolve(),
      onError: fail,
    });
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    if (signal.aborted) fail(signal.reason);
    else sending.start();
  });
}

/** What the centre said, in its own code; everything else is trouble of the link. */
function refusalOf(error: unknown): Refusal {
  const cause = error instanceof DetailedError ? error.causingError : error;
  if (cause instanceof Refusal) return cause;
  const response = error instanceof DetailedError ? error.originalResponse : null;
  const said = parse(response?.getBody() ?? '');
  if (said.code && Object.hasOwn(errors, said.code)) return new Refusal(said.code as ErrorCode, said.details ?? {});
  if (response?.getStatus() === 401) return new Refusal('UNAUTHENTICATED', {});
  return new Refusal('SERVER_UNREACHABLE', { status: response?.getStatus() ?? 0 });
}

function parse(text: string): { code?: string; details?: Record<string, unknown> } {
  try {
    return JSON.parse(text) as { code?: string };
  } catch {
    return {};
  }
}
