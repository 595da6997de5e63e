import { IconShieldCheck } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/recovery/recovery.module.css';
import { FactTable, RecoveryCard } from '#renderer/pages/recovery/recovery-card.tsx';
import type { RecoveryReplies } from '#shared/ipc/recovery-channels.ts';

const done = <IconShieldCheck size={22} stroke={1.6} color="var(--op-green)" aria-hidden="true" />;

/** Small files of the workstation are back. */
export function MendedView(props: { done: RecoveryReplies['recovery.settings']; onClose: () => void }) {
  const t = useWords('recovery');
  const { restored, anew, asideFolder } = props.done;
  const named = (files: readonly string[]) =>
    files.map((file) => t(file === 'workstation.json' ? 'file_workstation' : 'file_settings')).join(', ');
  return (
    <RecoveryCard title={t('settingsBack')} icon={done}>
      <FactTable
        title={t('what')}
        rows={[
          restored.length > 0 ? { name: t('settingsRestored'), value: named(restored), tone: 'green' } : null,
          anew.length > 0 ? { name: t('settingsAnew'), value: named(anew), tone: 'amber' } : null,
        ]}
      />
      <Where folder={asideFolder} />
      <div className={css['actions']}>
        <ActionButton variant="filled" size="md" autoFocus onClick={props.onClose}>
          {t('goOn')}
        </ActionButton>
      </div>
    </RecoveryCard>
  );
}

/** The data of a lost key lies aside; the workstation begins anew. */
export function AnewDone(props: { folder: string; onClose: () => void }) {
  const t = useWords('recovery');
  return (
    <RecoveryCard title={t('anewDone')} lead={t('anewDoneText')} icon={done}>
      <Where folder={props.folder} />
      <div className={css['actions']}>
        <ActionButton variant="filled" size="md" autoFocus onClick={props.onClose}>
          {t('toLogin')}
        </ActionButton>
      </div>
    </RecoveryCard>
  );
}

function Where({ folder }: { folder: string }) {
  const t = useWords('recovery');
  return (
    <p className={css['quiet']}>
      {t('asideWhere')} <span className={css['path']}>{folder}</span>
    </p>
  );
}
