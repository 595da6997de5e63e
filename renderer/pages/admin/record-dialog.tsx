import { type ReactNode, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import { RecordField } from '#renderer/pages/admin/record-field.tsx';
import {
  editOf,
  emptyValues,
  type FieldPlan,
  faultOf,
  missingOf,
  type RecordValues,
  sentValues,
  valuesOf,
} from '#renderer/pages/admin/record-form.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';

type Kept =
  | 'branch'
  | 'department'
  | 'employee'
  | 'field_definition'
  | 'document_kind'
  | 'journal'
  | 'case_file'
  | 'clause'
  | 'service'
  | 'queue'
  | 'sla_policy'
  | 'canned_reply'
  | 'recurring_ticket'
  | 'vacation_grant';

/** Creates a record that administrators keep, or edits one; an edit carries what the person saw. */
export function RecordDialog(props: {
  entity: Kept;
  title: string;
  fields: readonly FieldPlan[];
  /** null: a new one. */
  row: (RecordValues & { id: string }) | null;
  /** Values nobody types: the position of a new record, for instance. */
  fixed?: RecordValues;
  /** What the fields of a new record begin with. */
  initial?: RecordValues;
  /** From the fields of the form to those of the record, where they differ; applied to what is sent and to what was seen. */
  translate?: (values: RecordValues) => RecordValues;
  onClose: () => void;
  /** A new record has been made. */
  onCreated?: (id: string) => void;
  /** In pixels, where the fields need more room. */
  width?: number;
  children?: ReactNode;
}) {
  const t = useWords('admin');
  const common = useWords('common');
  const words = useErrorWords();
  const { entity, fields } = props;
  const [seen] = useState(props.row);
  const [values, setValues] = useState<RecordValues>(() =>
    seen ? valuesOf(fields, seen) : { ...emptyValues(fields), ...props.initial },
  );
  const [tried, setTried] = useState(false);
  const missing = tried ? missingOf(fields, values) : [];
  const translate = props.translate ?? ((given: RecordValues) => given);
  const save = useAction(async () => {
    if (seen) {
      const edit = editOf(fields, seen, values);
      const patch = translate(edit.patch);
      const base = Object.fromEntries(Object.keys(patch).map((name) => [name, seen[name] ?? null]));
      if (Object.keys(patch).length > 0)
        await run(`${entity}.update`, { id: seen.id, patch, base } as unknown as ArgsOf<`${Kept}.update`>);
    } else {
      const args = { ...props.fixed, ...translate(sentValues(fields, values)) };
      const reply = await run(`${entity}.create`, args as unknown as ArgsOf<`${Kept}.create`>);
      props.onCreated?.((reply.result as { id: string }).id);
    }
    const object = String(values['name'] ?? values['fullName'] ?? values['label'] ?? values['title'] ?? '');
    useToasts.getState().show({ tone: 'done', title: t('saved'), object });
    props.onClose();
  });
  return (
    <Dialog opened title={props.title} onClose={props.onClose} width={props.width ?? 520}>
      <form
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          const form = event.currentTarget;
          if (missingOf(fields, values).length === 0) void save.run();
          // The errors are there only after this press has been drawn.
          else requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
        }}
      >
        {fields.map((field, index) => (
          <RecordField
            key={field.name}
            field={field}
            first={index === 0}
            value={values[field.name]}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            values={values}
            error={missing.includes(field.name) ? (faultOf(field, values) ?? t('missing')) : undefined}
          />
        ))}
        {props.children}
        {save.error && <Note tone="red" title={words(save.error)} />}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={props.onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton type="submit" variant="filled" busy={save.busy}>
            {common('save')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}

const run = (name: CommandName, args: unknown) => runCommand(name, args as never);
