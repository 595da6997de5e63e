import { Checkbox } from '@mantine/core';
import { IconAlertCircle, IconCopy, IconFile, IconMail, IconPhoto } from '@tabler/icons-react';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { previewKind } from '#renderer/pages/files/kinds.ts';
import css from '#renderer/pages/intake/intake.module.css';
import type { IntakeItem } from '#shared/ipc/intake-channels.ts';

const icons = { image: IconPhoto, mail: IconMail, msg: IconMail } as const;

/** What waits: ticked files are taken together, the one under the hand is on show. */
export function WaitingList(props: {
  items: readonly IntakeItem[];
  chosen: readonly string[];
  shown: string | null;
  onChoose: (chosen: readonly string[]) => void;
  onShow: (id: string) => void;
}) {
  const t = useWords('intake');
  const words = useErrorWords();
  const { size } = useFormats();
  const { items, chosen } = props;
  // Of a letter it may be a file of it that is meant.
  const told = (file: string, problem: NonNullable<IntakeItem['problem']>): string => {
    const { name } = problem.details;
    const isPart = typeof name === 'string' && name !== file;
    return isPart ? t('problemOf', { name, what: words(problem) }) : words(problem);
  };
  const all = chosen.length === items.length;
  return (
    <section className={css['list']} aria-label={t('list')} data-area="list">
      <header className={css['listHead']}>
        <Checkbox
          size="xs"
          label={chosen.length > 0 ? t('chosen', { count: chosen.length }) : t('chooseAll')}
          checked={all}
          indeterminate={chosen.length > 0 && !all}
          onChange={() => props.onChoose(all ? [] : items.map(({ id }) => id))}
        />
      </header>
      <ul>
        {items.map(({ id, name, size: bytes, from, known, twin, problem }) => {
          const Icon = icons[previewKind('', name) as keyof typeof icons] ?? IconFile;
          return (
            <li key={id} data-shown={id === props.shown || undefined}>
              <Checkbox
                size="xs"
                aria-label={t('choose', { name })}
                checked={chosen.includes(id)}
                onChange={(event) =>
                  props.onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                }
              />
              <button type="button" aria-current={id === props.shown} onClick={() => props.onShow(id)}>
                <span className={css['name']}>
                  <Icon size={16} stroke={1.6} aria-hidden="true" />
                  <span className="op-ellipsis">{name}</span>
                </span>
                <small>{[size(bytes), t(`from_${from}`)].join(' · ')}</small>
                {known && (
                  <small data-tone="amber">
                    <IconCopy size={12} stroke={1.6} aria-hidden="true" /> {t('known', { subject: known.subject })}
                  </small>
                )}
                {twin && (
                  <small data-tone="amber">
                    <IconCopy size={12} stroke={1.6} aria-hidden="true" /> {t('twin', { name: twin })}
                  </small>
                )}
                {problem && (
                  <small data-tone="red">
                    <IconAlertCircle size={12} stroke={1.6} aria-hidden="true" /> {told(name, problem)}
                  </small>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
