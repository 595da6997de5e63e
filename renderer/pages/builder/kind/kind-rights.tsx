import { useState } from 'react';
import { ManyChecks } from '#renderer/components/many-checks.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { type Role, roles } from '#shared/domain/employee.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Rights = Partial<Pick<RowOf<'document_kind'>, 'createRoles' | 'editRoles' | 'isConfidential'>>;

/** Who makes and changes documents of a kind and who sees them at first. Each tick is written at once: a right is no part of a version. */
export function KindRights({ row }: { row: RowOf<'document_kind'> }) {
  const t = useWords('builder');
  const session = useWords('session');
  const words = useErrorWords();
  // What was ticked here stands until the record says the same.
  const [wanted, setWanted] = useState<Rights>({});
  const [error, setError] = useState<CoreError | null>(null);
  const rights = { ...row, ...wanted };
  const choices = roles.map((role) => ({ value: role, label: String(session(`role_${role}`)) }));
  const change = (patch: Rights) => {
    setWanted((before) => ({ ...before, ...patch }));
    setError(null);
    runCommand('document_kind.update', { id: row.id, patch, base: {} }).catch((fault: unknown) => {
      setWanted({});
      setError(asCoreError(fault));
    });
  };
  const listOf = (chosen: Role[]) => (chosen.length > 0 ? chosen : null);
  return (
    <>
      <header className={css['panelHead']}>
        <h2>{t('rights')}</h2>
      </header>
      <p className={css['quiet']}>{t('rightsHint')}</p>
      {error && <Note tone="red" title={words(error)} />}
      <fieldset className={css['group']}>
        <legend>{t('rightsCreate')}</legend>
        <ManyChecks
          choices={choices}
          chosen={rights.createRoles ?? []}
          onChange={(chosen) => change({ createRoles: listOf(chosen) })}
        />
      </fieldset>
      <fieldset className={css['group']}>
        <legend>{t('rightsEdit')}</legend>
        <ManyChecks
          choices={choices}
          chosen={rights.editRoles ?? []}
          onChange={(chosen) => change({ editRoles: listOf(chosen) })}
        />
      </fieldset>
      <fieldset className={css['group']}>
        <legend>{t('rightsSee')}</legend>
        <ManyChecks
          choices={[{ value: 'confidential', label: t('kindConfidential') }]}
          chosen={rights.isConfidential ? ['confidential'] : []}
          onChange={(chosen) => change({ isConfidential: chosen.length > 0 })}
        />
        <p className={css['quiet']}>{t('kindConfidentialHint')}</p>
      </fieldset>
    </>
  );
}
