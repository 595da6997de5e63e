import { useRef, useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { FormFields, focusProblem } from '#renderer/pages/form-fields/form-fields.tsx';
import css from '#renderer/pages/ticket/dialogs.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import type { ValueProblem } from '#shared/domain/form/problems-of.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';

/** What turned out to be a matter of its own becomes a ticket of its own: of the same service with the same words, or of another. */
export function SplitDialog({ facts, onClose }: { facts: TicketFacts; onClose: () => void }) {
  const t = useWords('queues');
  const words = useDeskErrors();
  const tell = useTell();
  const split = useCommand('ticket.split');
  const { ticket } = facts;
  const [title, setTitle] = useState('');
  const [serviceId, setServiceId] = useState(ticket.serviceId);
  const [values, setValues] = useState<Record<string, unknown>>(ticket.values);
  const [tried, setTried] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const services = useQuery('service.catalog', {}).data?.services ?? [];
  const asked = useQuery('service.form', { id: serviceId, version: null, requesterId: ticket.requesterId });
  const form = asked.current ? asked.data : undefined;
  const known = services.some((one) => one.id === ticket.serviceId);
  const choices = [
    ...(known ? [] : [{ value: ticket.serviceId, label: facts.service.name }]),
    ...services.map((one) => ({ value: one.id, label: one.name })),
  ];
  const problems: ValueProblem[] = tried && form ? valueProblems(form.definition.form, values) : [];
  const send = async () => {
    setTried(true);
    if (!form || !title.trim()) return;
    const left = valueProblems(form.definition.form, values);
    if (left.length > 0) return focusProblem(fields.current, left);
    const made = await split.run({
      id: ticket.id,
      title: title.trim(),
      serviceId,
      serviceVersion: form.version,
      values: formValues(form.definition.form, values),
    });
    if (!made) return;
    tell(t('done_split'), title.trim());
    onClose();
  };
  return (
    <FormDialog
      title={t('splitTitle')}
      width={600}
      lead={t('splitLead')}
      action={t('split')}
      busy={split.busy}
      error={split.error && words(split.error)}
      send={send}
      onClose={onClose}
    >
      <TextField
        label={t('splitName')}
        value={title}
        onChange={setTitle}
        maxLength={300}
        error={tried && !title.trim() ? t('splitNameNeeded') : undefined}
        autoFocus
      />
      <SelectField
        label={t('splitService')}
        value={serviceId}
        choices={choices}
        search
        onChange={(next) => {
          if (!next) return;
          setServiceId(next);
          setTried(false);
          setValues(next === ticket.serviceId ? ticket.values : {});
        }}
      />
      {form && (
        <div ref={fields} className={css['formFields']}>
          <FormFields form={form.definition.form} values={values} problems={problems} onChange={setValues} />
        </div>
      )}
    </FormDialog>
  );
}
