import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { PersonLine } from '#renderer/components/person-line.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/substitution/substitution.module.css';
import { useSession } from '#renderer/state/session.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { SubstitutionLine } from '#shared/queries/company.ts';

const arranging = ['administrator', 'hr', 'manager'];

/** Substitutions, newest first; those that still run can be ended by whom they concern. */
export function SubstitutionTable({ lines }: { lines: readonly SubstitutionLine[] }) {
  const t = useWords('substitution');
  const user = useSession((session) => session.state?.user);
  const cancel = useCommand('substitution.cancel');
  const [ending, setEnding] = useState<SubstitutionLine | null>(null);
  const mayEnd = ({ row, standing }: SubstitutionLine): boolean =>
    (standing === 'now' || standing === 'planned') &&
    (row.employeeId === user?.id || (user?.roles.some((role) => arranging.includes(role)) ?? false));
  const end = async () => {
    if (!ending || !(await cancel.run({ id: ending.row.id }))) return;
    useToasts.getState().show({ tone: 'done', title: t('ended'), object: ending.employeeName });
    setEnding(null);
  };
  return (
    <>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('substitute')}</th>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('work')}</th>
            <th scope="col">{t('reason')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">
              <span className="op-hidden">{t('end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.row.id} data-quiet={line.standing === 'past' || line.standing === 'cancelled' || undefined}>
              <td>
                <PersonLine id={line.row.employeeId} name={line.employeeName} away={line.standing === 'now'} />
              </td>
              <td>
                <PersonLine id={line.row.substituteId} name={line.substituteName} />
              </td>
              <td className={css['period']}>
                {t('periodOf', { from: formatDate(line.row.from), to: formatDate(line.row.to) })}
              </td>
              <td>{line.row.kinds.map((kind) => t(`kind_${kind}`)).join(', ')}</td>
              <td>{line.row.reason}</td>
              <td>
                <span className={css['state']} data-standing={line.standing}>
                  {t(line.standing)}
                </span>
              </td>
              <td className={css['act']}>
                {mayEnd(line) && (
                  <ActionButton variant="subtle" onClick={() => setEnding(line)}>
                    {t('end')}
                  </ActionButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        opened={ending !== null}
        title={t('endTitle')}
        action={t('end')}
        busy={cancel.busy}
        onConfirm={() => void end()}
        onClose={() => setEnding(null)}
      >
        {ending && t('endText', { person: ending.employeeName, substitute: ending.substituteName })}
      </ConfirmDialog>
    </>
  );
}
