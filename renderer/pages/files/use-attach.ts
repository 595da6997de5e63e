import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { ask, runCommand, runQuery } from '#renderer/data/core.ts';
import { asCoreError, CoreError } from '#renderer/data/core-error.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { filesOf, isBeside, likelyPurpose, sameNamed, type VersionedFile } from '#renderer/pages/files/file-groups.ts';
import { refusedName } from '#renderer/pages/files/use-file-error-words.ts';
import { attachBeside, placeBeside, sortOut } from '#renderer/pages/signatures/place-beside.ts';
import { usePlace } from '#renderer/pages/signatures/use-place.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { AttachmentPurpose } from '#shared/domain/attachment.ts';
import { isContract } from '#shared/domain/document.ts';

/** A file on its way to a document: what it will be there. `basedOn` makes it a version of a file that is there already. */
export interface Intake {
  file: GivenFile;
  purpose: AttachmentPurpose;
  basedOn: VersionedFile | null;
  note: string;
}

/**
 * Hands files to the host one by one and attaches them together: all or none. Signatures and powers of attorney among them follow their files.
 * Resolves to the names they have there.
 */
export async function attachFiles(
  documentId: string,
  files: readonly GivenFile[],
  purpose?: AttachmentPurpose,
): Promise<readonly string[]> {
  const { papers, besides } = purpose ? { papers: files, besides: [] } : await sortOut(files);
  const handled = [];
  for (const file of papers) handled.push(await file.handle());
  if (handled.length > 0) await ask('files.attach', { documentId, files: handled, ...(purpose ? { purpose } : {}) });
  for (const file of besides) {
    const beside = await placeBeside(documentId, file);
    if (!beside) continue;
    await attachBeside(documentId, beside, beside.placing.ofId);
    handled.push(beside.file);
  }
  return handled.map((file) => file.name);
}

/**
 * The same, but files that cannot be taken (empty, harmful, too large) do not keep the others out. `refused` speaks of the first of them and
 * has the names of the rest in its details, as `others`.
 */
async function attachGood(documentId: string, given: readonly GivenFile[]) {
  const taken = [...given];
  const refusals: CoreError[] = [];
  const refused = (): CoreError | null => {
    const [first, ...others] = refusals;
    if (!first || others.length === 0) return first ?? null;
    const names = others.map((one) => refusedName(one)).join(', ');
    return new CoreError({ code: first.code, details: { ...first.details, others: names } });
  };
  while (taken.length > 0) {
    try {
      return { taken, names: await attachFiles(documentId, taken), refused: refused() };
    } catch (fault) {
      const error = asCoreError(fault);
      const bad = taken.findIndex((one) => one.name === refusedName(error));
      if (bad < 0) throw error;
      taken.splice(bad, 1);
      refusals.push(error);
    }
  }
  return { taken, names: [], refused: refused() };
}

/**
 * Attaching with its result told: a toast here, an error where the caller shows it. A contract's files are asked about first
 * (`asked`): what they are, or of which file they are a new version.
 */
export function useAttach(documentId: string) {
  const t = useWords('card');
  const files = useWords('files');
  const form = useWords('form');
  const navigate = useNavigate();
  const [asked, setAsked] = useState<readonly Intake[] | null>(null);
  const place = usePlace(documentId);
  /** Signatures that wait until it is said what the papers are that came with them. */
  const held = useRef<readonly GivenFile[]>([]);
  const release = async () => {
    const waiting = held.current;
    held.current = [];
    await place.place(waiting);
  };
  const tell = (title: string, object: string | undefined, undo?: () => Promise<unknown>) =>
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title,
      object,
      ...(undo ? { undo } : {}),
      ...(isAway() ? { link: { label: form('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
    });
  const tellAttached = (given: readonly GivenFile[], names: readonly string[]) => {
    const [name] = names;
    // A file system bears only so long a name.
    const shortened = given.length === 1 && name !== undefined && name.length < (given[0]?.name.length ?? 0);
    tell(
      shortened ? files('nameShortened') : t('attachedToast', { count: given.length }),
      given.length === 1 ? name : undefined,
    );
  };

  const { run, busy, error, clear } = useAction(async (given: readonly GivenFile[], version?: VersionedFile) => {
    if (given.length === 0) return;
    const card = await runQuery('document.card', { id: documentId });
    const { papers, besides } = await sortOut(given);
    if (papers.length === 0) return place.place(besides, version?.newest.id);
    held.current = besides;
    const present = filesOf(card?.attachments ?? []).filter((one) => !isBeside(one));
    if (version || (card && isContract(card.document.kind))) {
      const taken: Pick<VersionedFile, 'purpose'>[] = [...present];
      setAsked(
        papers.map((file, place) => {
          const purpose = likelyPurpose(file.name, taken);
          // The second of two papers that come together is not the text of the contract as well.
          if (purpose === 'text') taken.push({ purpose });
          const basedOn = place === 0 && version ? version : (sameNamed(file.name, present) ?? null);
          return { file, purpose, basedOn, note: '' };
        }),
      );
      return;
    }
    const { taken, names, refused } = await attachGood(documentId, papers);
    if (taken.length > 0) tellAttached(taken, names);
    await release();
    if (refused) throw refused;
  });

  const save = useAction(async (intakes: readonly Intake[]) => {
    // What is done leaves the list at once: after a refusal only the rest is tried again.
    let rest = intakes;
    const done = (some: readonly Intake[]) => {
      rest = rest.filter((one) => !some.includes(one));
      setAsked(rest.length > 0 ? rest : null);
    };
    const plain = intakes.filter((one) => !one.basedOn);
    const names: string[] = [];
    for (const purpose of new Set(plain.map((one) => one.purpose))) {
      const some = plain.filter((one) => one.purpose === purpose);
      const given = some.map((one) => one.file);
      names.push(...(await attachFiles(documentId, given, purpose)));
      done(some);
    }
    if (plain.length > 0)
      tellAttached(
        plain.map((one) => one.file),
        names,
      );
    for (const one of intakes) {
      if (!one.basedOn) continue;
      await addVersion(one.file, one.basedOn, one.note.trim());
      done([one]);
    }
    await release();
  });
  const addVersion = async (file: GivenFile, basedOn: VersionedFile, note: string) => {
    const handled = await file.handle();
    const version = { documentId, basedOnId: basedOn.newest.id, file: handled, note: note || null };
    const reply = await ask('files.add-version', version);
    if (!reply) return tell(files('versionSame'), file.name);
    const { id, version: number } = reply.result as { id: string; version: number };
    tell(files('versionSaved', { version: number }), file.name, () =>
      runCommand('attachment.remove', { id, documentId }),
    );
  };
  const cancel = () => {
    save.clear();
    held.current = [];
    setAsked(null);
  };
  /** Leaves one file out; the rest can be attached without it. */
  const leaveOut = (intake: Intake) => {
    save.clear();
    const rest = (asked ?? []).filter((one) => one !== intake);
    setAsked(rest.length > 0 ? rest : null);
  };
  return { run, busy, error, clear, asked, setAsked, save, cancel, leaveOut, place };
}

export type Attaching = ReturnType<typeof useAttach>;
