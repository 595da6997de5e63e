import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { typedValues } from '#renderer/pages/exchange/typed-values.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** Everything that was typed with a change, in full and ready to be copied, also of a change that this program cannot read. */
export function TypedList({ line }: { line: OutboxLine }) {
  const t = useWords('exchange');
  const words = useFieldWords(useDefinitions());
  const [copied, setCopied] = useState(false);
  const about = line.command;
  const entries = typedValues(line, line.about?.id ?? null).map(({ key, field, value }): [string, string] => {
    if (field === null) return [key, typeof value === 'object' ? JSON.stringify(value) : String(value)];
    const said = words.value(field, value, line.names, about);
    return [words.fieldNameIn(about, field), said];
  });
  if (entries.length === 0) return null;
  const copy = async () => {
    const text = entries.map(([name, value]) => `${name}: ${value}`).join('\n');
    await navigator.clipboard.writeText(`${words.action(about)}\n${text}`);
    setCopied(true);
  };
  return (
    <>
      <dl className={css['typed']}>
        {entries.map(([name, value], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two values may stand under one name, and the list never changes
          <div key={place}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ActionButton
        size="xs"
        icon={copied ? <IconCheck size={14} stroke={1.6} /> : <IconCopy size={14} stroke={1.6} />}
        onClick={() => void copy().catch(console.error)}
      >
        {copied ? t('copied') : t('copyTyped')}
      </ActionButton>
    </>
  );
}
