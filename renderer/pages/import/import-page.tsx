import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ProgressLine } from '#renderer/components/progress-line.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import { FileReport } from '#renderer/pages/import/file-report.tsx';
import css from '#renderer/pages/import/import.module.css';
import { IntakeTabs } from '#renderer/pages/import/intake-tabs.tsx';
import { NothingChosen } from '#renderer/pages/import/nothing-chosen.tsx';
import { stopImport } from '#renderer/pages/import/run-import.ts';
import { takeFiles } from '#renderer/pages/import/take-files.ts';
import { unfinished, useImports } from '#renderer/state/imports.ts';

/** Files that were loaded: what runs, and a report of each that is done. */
export function ImportPage() {
  const t = useWords('imports');
  const navigate = useNavigate();
  const choose = () => void chooseFiles().then((files) => files.length > 0 && navigate(takeFiles(files)));
  const { files, progress, clear } = useImports();
  useShortcuts([{ keys: 'Esc', run: () => navigate(-1) }]);
  const at = files.findIndex((file) => file.state === 'running');
  const running = files[at];
  if (files.length === 0) return <NothingChosen active="files" icon={IconFileImport} onChoose={choose} />;
  return (
    <Sheet>
      <PageHeader
        title={t('title')}
        tools={
          <>
            {!files.some(unfinished) && (
              <ActionButton variant="subtle" onClick={clear}>
                {t('clear')}
              </ActionButton>
            )}
            <ActionButton variant="filled" icon={<IconFileImport size={16} stroke={1.6} />} onClick={choose}>
              {t('chooseMore')}
            </ActionButton>
          </>
        }
      >
        <IntakeTabs active="files" />
      </PageHeader>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['body']} tabIndex={0} aria-label={t('title')}>
        {running && (
          <ProgressLine
            title={t(progress?.phase === 'documents' ? 'running' : 'sending', { file: running.name })}
            done={progress?.done ?? 0}
            total={progress?.total ?? 0}
            hint={t('runningHint')}
            onCancel={stopImport}
          />
        )}
        <div className={css['reports']}>
          {files.map((file) => (
            <FileReport key={file.key} file={file} />
          ))}
        </div>
      </section>
    </Sheet>
  );
}
