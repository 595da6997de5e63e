import { useState } from 'react';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { ask, runQuery } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { filesOf, isBeside } from '#renderer/pages/files/file-groups.ts';
import { attachBeside, type Beside, placeBeside } from '#renderer/pages/signatures/place-beside.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { withoutSignatureEnding } from '#shared/formats/cms/recognise.ts';

/** `choice`: an attachment, EXTRACT, or '' for none. */
export interface Unplaced {
  beside: Beside;
  choice: string;
  /** What the file inside of it will be called. */
  inner: string;
}

/** The choice to take the signed file out of its signature. */
export const EXTRACT = 'extract';

/** Lays signatures and powers of attorney beside files of a document; asks about those whose file is not clear. */
export function usePlace(documentId: string) {
  const t = useWords('signatures');
  const [asked, setAsked] = useState<readonly Unplaced[] | null>(null);
  const tell = (done: readonly { name: string; of: string | null }[]) => {
    const [first] = done;
    if (!first) return;
    const one = done.length === 1 ? first : null;
    useToasts.getState().show({
      tone: 'done',
      title: one?.of ? t('attachedTo', { file: one.of }) : t('attached', { count: done.length }),
      object: one?.name,
    });
  };

  /** `toId`: the version they were dropped on. Resolves when all that is clear is attached. */
  const place = async (given: readonly GivenFile[], toId: string | null = null): Promise<void> => {
    const done: { name: string; of: string | null }[] = [];
    const unclear: Unplaced[] = [];
    for (const file of given) {
      const card = await runQuery('document.card', { id: documentId });
      const beside = await placeBeside(documentId, file);
      if (!beside || !card) continue;
      const papers = filesOf(card.attachments).filter((one) => !isBeside(one));
      const { placing, kind } = beside;
      const ofId = placing.by === 'bytes' ? placing.ofId : (toId ?? placing.ofId);
      // The discussion of a request takes files in passing: there is nobody to ask.
      const asks = kind === 'signature' && ofId === null && card.document.kind !== 'application';
      if (asks && (papers.length > 0 || placing.holdsFile)) {
        const only = papers.length === 1 ? papers[0]?.newest.id : undefined;
        const inner = withoutSignatureEnding(beside.file.name);
        unclear.push({ beside, choice: placing.holdsFile ? EXTRACT : (only ?? ''), inner });
        continue;
      }
      await attachBeside(documentId, beside, ofId);
      const of = card.attachments.find((one) => one.id === ofId)?.name ?? null;
      done.push({ name: beside.file.name, of });
    }
    tell(done);
    if (unclear.length > 0) setAsked(unclear);
  };

  const save = useAction(async (rows: readonly Unplaced[]) => {
    let rest = rows;
    for (const row of rows) {
      const id = await attachBeside(documentId, row.beside, row.choice === EXTRACT ? null : row.choice || null);
      // What is done leaves the list at once: after a refusal only the rest is tried again.
      rest = rest.filter((one) => one !== row);
      setAsked(rest.length > 0 ? rest : null);
      if (row.choice === EXTRACT) await ask('signatures.extract', { attachmentId: id, name: row.inner });
    }
    tell(rows.map((row) => ({ name: row.beside.file.name, of: row.choice === EXTRACT ? row.inner : null })));
  });
  const cancel = () => {
    save.clear();
    setAsked(null);
  };
  return { place, asked, setAsked, save, cancel };
}

export type Place = ReturnType<typeof usePlace>;
