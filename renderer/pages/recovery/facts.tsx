import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { FactTable } from '#renderer/pages/recovery/recovery-card.tsx';
import { when } from '#renderer/pages/recovery/when.ts';
import type { Inspection } from '#shared/ipc/recovery-channels.ts';

/** What there is, in figures: nothing has been touched yet. */
export function Facts({ inspection }: { inspection: Inspection }) {
  const t = useWords('recovery');
  const { size } = useFormats();
  const { trouble, unsent, journal, database, backups, files, disk, centre } = inspection;
  // A full disk and damaged settings do not concern the data: what can be restored is beside the point.
  const ofData = ['DATABASE_CORRUPT', 'DATABASE_MISSING', 'DATABASE_KEY', 'MIGRATION_FAILED', 'NEWER_DATA'].includes(
    trouble.code,
  );
  // What a newer version wrote is put together by that version, not from here.
  const restores = ofData && trouble.code !== 'NEWER_DATA';
  const tight = disk.free < disk.needed;
  const backup = backups.find((one) => one.ok) ?? backups[0];
  const state = database?.state ?? 'absent';
  return (
    <FactTable
      title={t('canBeSaved')}
      rows={[
        ofData
          ? {
              name: t('fact_unsent'),
              value:
                unsent === null
                  ? t(trouble.code === 'DATABASE_KEY' ? 'unsentUnknown' : 'unsentUnread')
                  : t(state === 'unreadable' && unsent > 0 ? 'unsentUpTo' : 'unsent', { count: unsent }),
              remark: unsent === null ? '' : unsent === 0 ? t('unsentNone') : t('unsentHint'),
            }
          : null,
        ofData
          ? {
              name: t('fact_journal'),
              value: journal
                ? journal.changes === null
                  ? size(journal.bytes)
                  : t('changes', { count: journal.changes })
                : t('journalNone'),
              remark: journal ? t('journalOf', { size: size(journal.bytes), when: when(journal.at ?? 0) }) : '',
            }
          : null,
        restores
          ? {
              name: t('fact_backup'),
              value: backup ? t('backupOf', { when: when(backup.at) }) : t('backupNone'),
              remark: backup
                ? t(backup.ok ? 'backupSound' : backup.ok === false ? 'backupBad' : 'backupUnchecked', {
                    size: size(backup.bytes),
                  })
                : t('backupNoneHint'),
              ...(backup?.ok ? { tone: 'green' as const } : {}),
            }
          : null,
        ofData
          ? {
              name: t('fact_damaged'),
              value: trouble.code === 'DATABASE_KEY' ? size(database?.bytes ?? 0) : t(`damaged_${state}`),
              remark: database ? t('damagedOf', { size: size(database.bytes), when: when(database.at) }) : '',
              ...(state === 'whole' || trouble.code === 'DATABASE_KEY' ? {} : { tone: 'amber' as const }),
            }
          : null,
        files.count > 0
          ? {
              name: t('fact_files'),
              value: t('filesOf', { count: files.count, size: size(files.bytes) }),
              remark: t('filesSafe'),
            }
          : null,
        restores
          ? {
              name: t('fact_centre'),
              value: t(`centre_${centre}`),
              remark: centre === 'none' ? '' : t(centre === 'reachable' ? 'centreThen' : 'centreLater'),
              tone: centre === 'reachable' ? ('green' as const) : ('amber' as const),
            }
          : null,
        tight || trouble.code === 'DISK_FULL'
          ? {
              name: t('fact_disk'),
              value: t('diskOf', { free: size(disk.free) }),
              remark: t('diskNeeded', { needed: size(disk.needed) }),
              tone: 'amber' as const,
            }
          : null,
      ]}
    />
  );
}
