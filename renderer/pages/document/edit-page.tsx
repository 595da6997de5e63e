import { useMemo } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { amendmentOf } from '#renderer/pages/contract/taken-over.ts';
import { ClosedKind } from '#renderer/pages/document/closed-kind.tsx';
import { DocumentForm } from '#renderer/pages/document/document-form.tsx';
import { FormShell } from '#renderer/pages/document/form-shell.tsx';
import { changesOf, valuesOf } from '#renderer/pages/document/form-values.ts';
import { kindWords, sectionOf } from '#renderer/pages/document/form-words.ts';
import { MissingDocument } from '#renderer/pages/document/missing-document.tsx';
import { NewerFormNote } from '#renderer/pages/document/newer-form-note.tsx';
import { repeatedDecisions } from '#renderer/pages/document/repeated-decisions.ts';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import { useFormState } from '#renderer/pages/document/use-form-state.ts';
import { useKindForms } from '#renderer/pages/document/use-kind-forms.ts';
import { useKindRights } from '#renderer/pages/document/use-kind-rights.ts';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { FirstFile } from '#renderer/pages/files/first-file.tsx';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { isContract } from '#shared/domain/document.ts';

/** The form of an existing document. Only what was changed is sent, with what the person saw there before. */
export function EditDocumentPage() {
  const { id = '' } = useParams();
  const t = useWords('form');
  const contract = useWords('contract');
  const { mayEdit } = useKindRights();
  const navigate = useNavigate();
  const location = useLocation();
  const { fieldName } = useFieldWords();
  const kindOf = useKindWords();
  const { data, loading } = useQuery('document.card', { id });
  const row = data?.document.id === id ? data.document : undefined;
  const now = useMemo(() => (row ? valuesOf(row) : null), [row]);
  const definitions = useDefinitions();
  const versionId = row?.kindVersionId ?? null;
  const ownForm = data?.ownKind?.form ?? null;
  const standing = useMemo(() => (versionId && ownForm ? { versionId, form: ownForm } : null), [versionId, ownForm]);
  const { kinds, formOf } = useKindForms(standing);
  const round = useQuery('approval.view', row?.approvalId ? { documentId: id } : null).data?.current ?? null;
  const repeated = repeatedDecisions(round);
  const state = useFormState(`document:${id}`, now, definitions, formOf);
  const words = kindWords(row?.kind ?? 'incoming');
  // What was approved and signed is changed by an amendment; the rest of the card is not locked.
  const signed = row && isContract(row.kind) && row.approvalId && (row.signedOn || row.registeredAt);
  // What has come from elsewhere since the form was opened; the merge will bring both together.
  const moved = now && state.seen ? changesOf(state.seen, now).fields : [];

  const save = useAction(async () => {
    if (!state.values || !state.seen || !state.check()) return;
    const { fields, patch, base } = changesOf(state.seen, state.values);
    if (fields.length > 0) {
      const reply = await runCommand('document.update', { id, patch, base });
      const { conflict } = reply.result as { conflict: string | null };
      useToasts.getState().show({
        tone: isAway() ? 'offline' : 'done',
        title: t(conflict ? 'conflictSaved' : isAway() ? 'savedOffline' : 'saved'),
        object: state.values.number.trim() || state.values.subject.trim().slice(0, 60),
        ...(isAway() ? { link: { label: t('outbox'), onClick: () => navigate('/exchange/outbox') } } : {}),
      });
    }
    await state.drop();
    // Back to the card as it was left; a form that was opened by its address has no card behind it.
    if (location.key === 'default') navigate(`/documents/${id}`, { replace: true });
    else navigate(-1);
  });

  if (data === null && !loading) return <MissingDocument />;
  if (data?.ownKind && !mayEdit(data)) {
    const { label, labelEn } = data.ownKind;
    return (
      <ClosedKind
        title={t('editClosedTitle', { kind: kindOf({ kind: 'custom', kindLabel: label, kindLabelEn: labelEn }) })}
        text={t('closedText')}
      />
    );
  }
  return (
    <FormShell
      title={row?.number ? t(words.edit as 'editTitle', { number: row.number }) : t(words.editBare)}
      section={sectionOf(row?.kind ?? 'incoming')}
      action={t('save')}
      busy={save.busy}
      error={save.error}
      wrong={Object.keys(state.faults).length}
      draftFoundAt={state.draftFoundAt}
      keptAt={state.keptAt}
      formRef={state.form}
      onSave={() => void save.run()}
      onDiscard={() => now && void state.restart(now)}
      side={data && data.attachments.length > 0 && <FirstFile attachments={data.attachments} />}
      notes={
        <>
          {signed && (
            <Note
              tone="ink"
              title={contract('locked')}
              actions={
                <LinkButton
                  onClick={() => navigate('/documents/new/amendment', { state: { start: amendmentOf(row) } })}
                >
                  {contract('createAmendment')}
                </LinkButton>
              }
            >
              {contract('lockedText')}
            </Note>
          )}
          {repeated.length > 0 && (
            <Note tone="amber" title={t('repeats', { count: repeated.length })}>
              {t('repeatsText', { names: repeated.join(', ') })}
            </Note>
          )}
          {state.values && (
            <NewerFormNote values={state.values} kinds={kinds} formOf={formOf} onChange={state.change} />
          )}
          {moved.length > 0 && (
            <Note tone="plum" title={t('changedMeanwhile', { fields: moved.map(fieldName).join(', ') })}>
              {t('changedMeanwhileText')}
            </Note>
          )}
        </>
      }
    >
      {state.values && (
        <DocumentForm
          values={state.values}
          faults={state.faults}
          definitions={definitions}
          kinds={kinds}
          formOf={formOf}
          stageFree={row !== undefined && !row.approvalId && !row.signedOn && !row.registeredAt}
          onChange={state.change}
          onLeave={state.leave}
        />
      )}
    </FormShell>
  );
}
