import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { ask } from '#renderer/data/core.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { FoundKey } from '#renderer/pages/recovery/found-key.tsx';
import { ReportFacts } from '#renderer/pages/recovery/report-view.tsx';
import { when } from '#renderer/pages/recovery/when.ts';
import css from '#renderer/pages/settings/settings.module.css';
import type { AsideProfile, RecoveryReport } from '#shared/ipc/recovery-channels.ts';

/** The part of the settings about the rescue: the recovery key, reports, what lies aside, the bundle for IT. */
export function RecoveryPart() {
  const t = useWords('recovery');
  const it = useWords('diagnostics');
  const { size } = useFormats();
  const navigate = useNavigate();
  const [reports, setReports] = useState<readonly RecoveryReport[]>([]);
  const [aside, setAside] = useState<readonly AsideProfile[]>([]);
  const [shown, setShown] = useState<RecoveryReport | null>(null);
  const [found, setFound] = useState<AsideProfile | null>(null);
  const read = useCallback(() => {
    ask('recovery.reports', {}).then(setReports, console.error);
    ask('recovery.aside', {}).then(setAside, console.error);
  }, []);
  useEffect(read, [read]);
  return (
    <section className={css['part']} aria-label={t('part')}>
      <h2>{t('part')}</h2>
      <div className={css['line']}>
        <div>
          <p>{t('partKey')}</p>
          <p className={css['quiet']}>{t('partKeyHint')}</p>
        </div>
        <ActionButton onClick={() => navigate('/settings/recovery-key')}>{t('partKeyShow')}</ActionButton>
      </div>
      <div className={css['line']}>
        <div>
          <p>{it('open')}</p>
          <p className={css['quiet']}>{it('hint')}</p>
        </div>
        <ActionButton onClick={() => navigate('/diagnostics')}>{it('open')}</ActionButton>
      </div>
      {aside.map((one) => (
        <div key={one.stamp} className={css['line']}>
          <div>
            <p>{t('partAside')}</p>
            <p className={css['quiet']}>{t('partAsideHint', { when: when(one.at), size: size(one.bytes) })}</p>
          </div>
          <ActionButton onClick={() => setFound(one)}>{t('partFound')}</ActionButton>
        </div>
      ))}
      <div className={css['line']}>
        <div>
          <p>{t('partReports')}</p>
          {reports.length === 0 && <p className={css['quiet']}>{t('partReportsNone')}</p>}
        </div>
        <div className={css['reports']}>
          {reports.slice(0, 5).map((report) => (
            <ActionButton key={report.id} variant="subtle" onClick={() => setShown(report)}>
              {t('partReport', { when: when(report.at) })}
            </ActionButton>
          ))}
        </div>
      </div>
      <Dialog
        opened={shown !== null}
        title={shown ? t('partReport', { when: when(shown.at) }) : ''}
        width={720}
        onClose={() => setShown(null)}
      >
        {shown && (
          <div className={css['stack']}>
            <ReportFacts report={shown} />
          </div>
        )}
      </Dialog>
      <Dialog opened={found !== null} title={t('foundTitle')} width={640} onClose={() => setFound(null)}>
        {found && <FoundKey stamp={found.stamp} onFound={read} />}
      </Dialog>
    </section>
  );
}
