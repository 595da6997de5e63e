import type { HandledFile } from '#renderer/bridge/files.ts';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { ask } from '#renderer/data/core.ts';
import { type BesideKind, besideKind } from '#shared/formats/cms/recognise.ts';
import type { Placing } from '#shared/ipc/signature-channels.ts';

/** A signature or a power of attorney on its way to a document. */
export interface Beside {
  file: HandledFile;
  kind: BesideKind;
  placing: Placing;
}

/** Parts files that stand for themselves from those that speak of others. A file known by its path alone is judged by its name. */
export async function sortOut(given: readonly GivenFile[]): Promise<{ papers: GivenFile[]; besides: GivenFile[] }> {
  const papers: GivenFile[] = [];
  const besides: GivenFile[] = [];
  for (const file of given) {
    const head = await file.head().catch(() => new Uint8Array());
    const isPaper = besideKind(file.name, head) === null;
    (isPaper ? papers : besides).push(file);
  }
  return { papers, besides };
}

/** Hands a file over and asks the core of which file it is; null: it is a paper after all. */
export async function placeBeside(documentId: string, given: GivenFile): Promise<Beside | null> {
  const file = await given.handle();
  const placing = await ask('signatures.place', { documentId, file: { handle: file.handle, name: given.name } });
  return placing.kind ? { file, kind: placing.kind, placing } : null;
}

/** Attaches it beside a file, or to the document as a whole. Resolves to the id of the attachment. */
export async function attachBeside(documentId: string, beside: Beside, ofId: string | null): Promise<string> {
  const { file, kind } = beside;
  const reply = await ask('files.attach', { documentId, files: [file], purpose: kind, ofId });
  return (reply.result as { ids: string[] }).ids[0] ?? '';
}
