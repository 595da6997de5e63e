import { Textarea } from '@mantine/core';
import { useRef } from 'react';
import { OfferChip } from '#renderer/components/chip.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/sections/portal/portal-sections.module.css';
import { fieldsOf } from '#shared/domain/form/form.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

const always = ['requester', 'number', 'service', 'assignee'] as const;
/** Fields of forms that are offered; all of a large catalog would only hide them. */
const MOST = 12;

/** The text of a reply with buttons that put fields where the cursor stands. */
export function ReplyText(props: {
  value: string;
  onChange: (text: string) => void;
  error: string | undefined;
  services: QueryResult<'service.setup'>['services'];
}) {
  const t = useWords('builder');
  const area = useRef<HTMLTextAreaElement>(null);
  const offered = new Map<string, string>(always.map((key) => [key, t(`reply_${key}`)]));
  for (const { published } of props.services)
    for (const field of published ? fieldsOf(published.form) : [])
      if (offered.size < always.length + MOST && !offered.has(field.key)) offered.set(field.key, field.label);
  const insert = (key: string) => {
    const { value } = props;
    const [from, to] = [area.current?.selectionStart ?? value.length, area.current?.selectionEnd ?? value.length];
    props.onChange(`${value.slice(0, from)}{${key}}${value.slice(to)}`.slice(0, 8_000));
    const end = from + key.length + 2;
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(end, end);
    });
  };
  return (
    <div className={css['stack']}>
      <Textarea
        ref={area}
        label={t('replyText')}
        value={props.value}
        error={props.error ?? false}
        autosize
        minRows={5}
        maxRows={12}
        maxLength={8000}
        aria-required
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <div className={css['chips']}>
        {[...offered].map(([key, label]) => (
          <OfferChip key={key} label={label} onClick={() => insert(key)} />
        ))}
      </div>
    </div>
  );
}
