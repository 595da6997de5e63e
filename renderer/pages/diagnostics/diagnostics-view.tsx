import { IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { bytesOf } from '#renderer/api.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/diagnostics/diagnostics.module.css';
import type { DiagnosticsEntry } from '#shared/ipc/recovery-channels.ts';

const names = {
  'versions.json': 'file_versions',
  'exchange.json': 'file_exchange',
  'counts.json': 'file_counts',
  'checks.json': 'file_checks',
  'recoveries.json': 'file_recoveries',
  'core.log': 'file_log',
} as const;

/** The bundle for IT: everything that is in it is shown, and one button saves it. */
export function DiagnosticsView() {
  const t = useWords('diagnostics');
  const words = useErrorWords();
  const { size } = useFormats();
  const [entries, setEntries] = useState<readonly DiagnosticsEntry[]>([]);
  const [saved, setSaved] = useState<string | null>(null);
  const look = useAction(async () => setEntries(await ask('diagnostics.preview', {})));
  const save = useAction(async () => {
    // The host has put a handle in the place of the path.
    const made = (await ask('diagnostics.make', {})) as unknown as { handle: string; name: string };
    const address = URL.createObjectURL(await bytesOf(made.handle));
    const link = document.createElement('a');
    link.href = address;
    link.download = made.name;
    link.click();
    URL.revokeObjectURL(address);
    setSaved(made.name);
  });
  const begin = look.run;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => void begin(), []);
  const failed = look.error ?? save.error;
  return (
    <div className={css['view']}>
      <p className={css['lead']}>{t('lead')}</p>
      {failed && <Note tone="red" title={words(failed)} />}
      <div className={css['actions']}>
        <ActionButton
          variant="filled"
          size="md"
          busy={save.busy}
          icon={<IconDownload size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => void save.run()}
        >
          {t('save')}
        </ActionButton>
        <ActionButton size="md" variant="subtle" busy={look.busy} onClick={() => void look.run()}>
          {t('again')}
        </ActionButton>
        <span role="status" className={css['quiet']}>
          {saved && t('saved', { name: saved })}
        </span>
      </div>
      <h2 className={css['title']}>{t('inside')}</h2>
      <p className={css['quiet']}>{t('insideHint')}</p>
      {entries.map(({ name, bytes, text }) => (
        <details key={name} className={css['entry']}>
          <summary>
            <span>{name in names ? t(names[name as keyof typeof names]) : name}</span>
            <span className={css['quiet']}>
              {name} · {size(bytes)}
            </span>
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
          <pre tabIndex={0}>{text.trim() === '' ? t('empty') : text}</pre>
        </details>
      ))}
    </div>
  );
}
