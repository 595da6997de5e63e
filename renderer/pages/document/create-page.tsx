import { useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { HandledFile } from '#renderer/bridge/files.ts';
import { fromHandle, type GivenFile } from '#renderer/bridge/given-file.ts';
import { runCommand } from '#renderer/data/core.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { beginKind } from '#renderer/pages/document/begin-kind.ts';
import { ClosedKind } from '#renderer/pages/document/closed-kind.tsx';
import { DocumentForm } from '#renderer/pages/document/document-form.tsx';
import { FormShell } from '#renderer/pages/document/form-shell.tsx';
import { type FormValues, newValues, toForm } from '#renderer/pages/document/form-values.ts';
import { kindWords, sectionOf } from '#renderer/pages/document/form-words.ts';
import { PendingFiles } from '#renderer/pages/document/pending-files.tsx';
import { fitsTemplate, TemplateFile } from '#renderer/pages/document/template-file.tsx';
import { TemplateStart } from '#renderer/pages/document/template-start.tsx';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import { useFormState } from '#renderer/pages/document/use-form-state.ts';
import { useKindForms } from '#renderer/pages/document/use-kind-forms.ts';
import { useKindRights } from '#renderer/pages/document/use-kind-rights.ts';
import { ownKeyIn, useOwnKinds } from '#renderer/pages/document/use-own-kinds.ts';
import { attachFiles } from '#renderer/pages/files/use-attach.ts';
import { useDropPlace } from '#renderer/state/drop-place.ts';
import { isAway } from '#renderer/state/link.ts';
import { useSession } from '#renderer/state/session.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { type DocumentKind, documentKinds, isContract } from '#shared/domain/document.ts';

/** The form of a new document; the kind in the address is where it begins. */
export function CreateDocumentPage() {
  const { kind = '' } = useParams();
  // The files of a letter are not those of the contract that is begun after it.
  return <NewDocument key={kind} asked={kind} />;
}

function NewDocument({ asked }: { asked: string }) {
  const ownKey = ownKeyIn(asked);
  const ownKinds = useOwnKinds();
  const ownKind = ownKinds?.find(({ line }) => line.key === ownKey) ?? null;
  const { mayCreate } = useKindRights();
  const kind: DocumentKind = ownKind?.line.base ?? documentKinds.find((one) => one === asked) ?? 'incoming';
  const t = useWords('form');
  const drafting = useWords('drafting');
  const navigate = useNavigate();
  const location = useLocation();
  const { own } = useDirectory();
  const today = useClock().today();
  const userId = useSession((session) => session.state?.user?.id ?? null);
  const ownId = own?.id ?? null;
  const passed = location.state as { file?: HandledFile; counterpartyId?: string; start?: Partial<FormValues> } | null;
  const counterpartyId = passed?.counterpartyId ?? null;
  // What another record already says is taken over, not typed again.
  const [taken] = useState(passed?.start ?? null);
  const definitions = useDefinitions();
  const { kinds, formOf } = useKindForms();
  const start = useMemo(() => {
    // A kind of the company's own begins with what its form says: the form has to be there.
    if (!ownId || (ownKey !== null && !ownKinds)) return null;
    const begun = ownKind ? beginKind(ownKind.line, { requesterId: userId ?? '', today }) : {};
    return { ...newValues(kind, { today, branchId: ownId, userId }), ...begun, counterpartyId, ...taken };
  }, [kind, today, ownId, userId, counterpartyId, taken, ownKey, ownKinds, ownKind]);
  const state = useFormState(
    taken?.parentId ? `new:${kind}:${taken.parentId}` : `new:${ownKey === null ? kind : asked}`,
    start,
    definitions,
    formOf,
  );
  const given = passed?.file;
  const [files, setFiles] = useState<readonly GivenFile[]>(given ? [fromHandle(given)] : []);
  const template = kind === 'template';
  const [begin, setBegin] = useState<string | null>(null);
  // A template has one file, a text with tags; the choice of something else is told at its place.
  const [tried, setTried] = useState(false);
  const add = (more: readonly GivenFile[]) => {
    if (!template) return setFiles((before) => [...before, ...more]);
    if (more.length > 0) setFiles(more.filter(fitsTemplate).slice(0, 1));
    setTried(more.length > 0);
  };
  const chosen = ownKinds?.find(({ line }) => line.id === state.values?.kindId);
  const title = chosen ? t('newOwn', { kind: chosen.name }) : t(`new_${state.values?.kind ?? kind}`);
  useDropPlace({ kind: 'form', title, take: add });

  const save = useAction(async () => {
    setTried(true);
    if (!state.values || !state.check() || (template && files.length === 0)) return;
    const reply = await runCommand('document.create', toForm(state.values));
    const { id } = reply.result as { id: string };
    await state.drop();
    // The document is there whatever becomes of its files: the card says what went wrong with them.
    const refused = await attachFiles(id, files).then(
      () => null,
      (fault: unknown) => asCoreError(fault).code,
    );
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t(isAway() ? 'savedOffline' : kindWords(state.values.kind).created),
      object: state.values.number.trim() || state.values.subject.trim().slice(0, 60),
      ...(isContract(state.values.kind) && files.length === 0
        ? { link: { label: drafting('open'), onClick: () => navigate(`/documents/${id}?tab=files&draft=1`) } }
        : isAway()
          ? { link: { label: t('outbox'), onClick: () => navigate('/exchange/outbox') } }
          : {}),
    });
    // What its tags lack is told at the file, as after each new version of it.
    const place = begin ? `?tab=files&draft=${begin}` : template ? '?tab=files' : '';
    navigate(`/documents/${id}${place}`, { replace: true, state: { refused } });
  });

  if (ownKind && !mayCreate(ownKind.line))
    return <ClosedKind title={t('kindClosedTitle', { kind: ownKind.name })} text={t('closedText')} />;
  return (
    <FormShell
      title={title}
      section={sectionOf(state.values?.kind ?? kind)}
      action={t(kindWords(state.values?.kind ?? kind).create)}
      busy={save.busy}
      error={save.error}
      wrong={Object.keys(state.faults).length}
      draftFoundAt={state.draftFoundAt}
      keptAt={state.keptAt}
      formRef={state.form}
      onSave={() => void save.run()}
      onDiscard={() => start && void state.restart(start)}
      side={
        state.values &&
        !template && (
          <>
            <TemplateStart kind={state.values.kind} kindId={state.values.kindId} chosen={begin} onChoose={setBegin} />
            <PendingFiles
              files={files}
              onAdd={add}
              onRemove={(file) => setFiles(files.filter((one) => one !== file))}
            />
          </>
        )
      }
    >
      {state.values && (
        <>
          <DocumentForm
            values={state.values}
            faults={state.faults}
            definitions={definitions}
            kinds={kinds}
            formOf={formOf}
            onChange={state.change}
            onLeave={state.leave}
          />
          {template && <TemplateFile file={files[0] ?? null} wrong={tried && files.length === 0} onChoose={add} />}
        </>
      )}
    </FormShell>
  );
}
