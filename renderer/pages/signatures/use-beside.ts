import { useCallback, useEffect, useMemo, useState } from 'react';
import { ask } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import type { Trusted } from '#renderer/pages/signatures/mark-of.ts';
import { useTrusted } from '#renderer/pages/signatures/use-trusted.ts';
import type { AuthorityCheck, SignatureCheck } from '#shared/ipc/signature-channels.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** What is known of one of them; nothing yet when both are null. */
export interface Looked<Value> {
  value: Value | null;
  error: CoreError | null;
}

export interface BesideChecks {
  signature: (id: string) => Looked<SignatureCheck> | undefined;
  authority: (id: string) => Looked<AuthorityCheck> | undefined;
  /** Brings what it needs from the centre and checks it. */
  fetch: (id: string) => void;
  trusted: Trusted;
}

type Known = Readonly<Record<string, Looked<SignatureCheck> | Looked<AuthorityCheck>>>;

/** Signatures and powers of attorney of a document, checked one after another and again when one of their files comes or changes. */
export function useBeside(attachments: readonly AttachmentInfo[]): BesideChecks {
  const { trusted } = useTrusted();
  const [known, setKnown] = useState<Known>({});
  const look = useCallback(async (one: AttachmentInfo, fetch: boolean) => {
    const order = { attachmentId: one.id, fetch };
    const looked = await (one.purpose === 'signature'
      ? ask('signatures.check', order)
      : ask('signatures.authority', order)
    ).then(
      (value) => ({ value, error: null }),
      (fault: unknown) => ({ value: null, error: asCoreError(fault) }),
    );
    setKnown((before) => ({ ...before, [one.id]: looked as Known[string] }));
  }, []);
  const besides = attachments.filter((one) => one.purpose === 'signature' || one.purpose === 'authority');
  const living = besides.filter((one) => one.archivedAt === null);
  const placeOf = (id: string | null) => attachments.find((one) => one.id === id)?.place ?? '';
  // What a check depends on: a file that has come, another file it was laid beside, a newer version of that.
  const key = living
    .map((one) => [one.id, one.ofId, one.place, placeOf(one.ofId), attachments.length].join(' '))
    .join(';');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the attachments
  useEffect(() => {
    let gone = false;
    const all = async () => {
      for (const one of living) if (!gone) await look(one, false);
    };
    void all();
    return () => {
      gone = true;
    };
  }, [key, look]);
  return useMemo(
    () => ({
      signature: (id) => known[id] as Looked<SignatureCheck> | undefined,
      authority: (id) => known[id] as Looked<AuthorityCheck> | undefined,
      fetch: (id) => {
        const one = attachments.find((each) => each.id === id);
        if (one) void look(one, true);
      },
      trusted,
    }),
    [known, trusted, attachments, look],
  );
}
