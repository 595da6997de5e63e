import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useDraft } from '#renderer/data/use-draft.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { attachFiles } from '#renderer/pages/files/use-attach.ts';
import { FormFields, focusProblem } from '#renderer/pages/form-fields/form-fields.tsx';
import { FormValues } from '#renderer/pages/form-fields/form-values.tsx';
import { useFormFiles } from '#renderer/pages/form-fields/use-form-files.ts';
import { changedValues } from '#renderer/pages/ticket/changed-values.ts';
import css from '#renderer/pages/ticket/ticket.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';

/** What was filled in; changed in place by whoever may. */
export function ValuesTab({ facts }: { facts: TicketFacts }) {
  const t = useWords('queues');
  const { ticket, definition, may } = facts;
  const stored = useDraft<Record<string, unknown>>(`values:${ticket.id}`);
  const [edits, setEdits] = useState(false);
  const draft = stored.found?.value ?? null;
  // Somebody left in the middle of a change: it goes on where it was.
  const waits = may.edit && draft !== null;
  return (
    <div className={css['tab']}>
      <h2 className={css['heading']}>
        {t('tab_request')}
        {may.edit && !edits && (
          <ActionButton size="xs" onClick={() => setEdits(true)}>
            {t(waits ? 'editGoOn' : 'editValues')}
          </ActionButton>
        )}
      </h2>
      {edits ? (
        <ValuesEditor
          facts={facts}
          begun={draft}
          keep={stored.keep}
          onClose={(saved) => {
            setEdits(false);
            if (saved) void stored.drop();
          }}
        />
      ) : facts.values.length === 0 ? (
        <p className={css['none']}>{t('valuesNone')}</p>
      ) : (
        <FormValues form={definition.form} values={ticket.values} names={facts.names} />
      )}
    </div>
  );
}

function ValuesEditor(props: {
  facts: TicketFacts;
  begun: Record<string, unknown> | null;
  keep: (values: Record<string, unknown>) => void;
  /** `saved`: the draft is not needed any more. */
  onClose: (saved: boolean) => void;
}) {
  const { facts } = props;
  const { ticket, definition } = facts;
  const t = useWords('queues');
  const common = useWords('common');
  const words = useDeskErrors();
  const tell = useTell();
  const update = useCommand('ticket.update');
  const files = useFormFiles();
  const root = useRef<HTMLDivElement>(null);
  // What stood when the person began: somebody else's later word is not written over.
  const [base] = useState<Record<string, unknown>>(ticket.values);
  const [values, setValues] = useState<Record<string, unknown>>(props.begun ?? ticket.values);
  const [tried, setTried] = useState(false);
  const problems = tried ? valueProblems(definition.form, values) : [];
  useEffect(() => root.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const save = async () => {
    setTried(true);
    const left = valueProblems(definition.form, values);
    if (left.length > 0) return focusProblem(root.current, left);
    const patch = changedValues(base, formValues(definition.form, values));
    if (Object.keys(patch).length === 0) return props.onClose(true);
    const before = Object.fromEntries(Object.keys(patch).map((key) => [key, base[key] ?? null]));
    if (!(await update.run({ id: ticket.id, patch, base: before }))) return;
    await attachFiles(ticket.id, files.filesOf(values)).catch(console.error);
    tell(t('done_edit'), ticket.number ?? ticket.title);
    props.onClose(true);
  };
  const stale = update.error?.code === 'STALE_VERSION';
  return (
    <div ref={root} className={css['editor']}>
      {ticket.state === 'approval' && <Note tone="amber" title={t('editApproval')} />}
      <FormFields
        form={definition.form}
        values={values}
        problems={problems}
        context={{ takeFiles: files.takeFiles }}
        onChange={(next) => {
          setValues(next);
          props.keep(next);
        }}
      />
      {update.error && <Note tone="red" title={stale ? t('editStale') : words(update.error)} />}
      <div className={css['buttons']}>
        <ActionButton variant="filled" busy={update.busy} onClick={() => void save()}>
          {common('save')}
        </ActionButton>
        {/* After a refusal what was typed waits: the new value is looked at first. */}
        <ActionButton variant="subtle" onClick={() => props.onClose(!stale)}>
          {common('cancel')}
        </ActionButton>
      </div>
    </div>
  );
}
