import { IconArchive, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { AccountDialog } from '#renderer/pages/counterparty/account-dialog.tsx';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { accountFault } from '#renderer/pages/counterparty/requisite-checks.ts';
import { CopyValue, Verdict } from '#renderer/pages/counterparty/requisites.tsx';
import { useToasts } from '#renderer/state/toasts.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';

type Account = RowOf<'bank_account'>;
const icon = { size: 16, stroke: 1.6 } as const;

/** The bank accounts of a counterparty, each with the check of its key. */
export function Accounts({ card }: { card: CounterpartyCard }) {
  const t = useWords('counterparties');
  const words = useErrorWords();
  const [edited, setEdited] = useState<Account | 'new' | null>(null);
  const [opened, setOpened] = useState(false);
  const archive = useAction(async (account: Account) => {
    await runCommand('bank_account.archive', { id: account.id });
    useToasts.getState().show({ tone: 'done', title: t('accountArchived'), object: account.account });
  });
  const living = card.accounts.filter((account) => account.archivedAt === null);
  const old = card.accounts.filter((account) => account.archivedAt !== null);
  const locked = card.counterparty.archivedAt !== null;
  return (
    <section aria-label={t('accounts')}>
      <h2 className={css['heading']}>
        {t('accounts')}
        {!locked && (
          <ActionButton size="xs" icon={<IconPlus size={14} stroke={1.6} />} onClick={() => setEdited('new')}>
            {t('addAccount')}
          </ActionButton>
        )}
      </h2>
      {archive.error && <Note tone="red" title={words(archive.error)} />}
      {living.length === 0 && <p className={css['none']}>{t('accountsEmpty')}</p>}
      <ul className={css['accounts']}>
        {living.map((account) => (
          <Line key={account.id} account={account}>
            {!locked && (
              <>
                <IconButton label={`${t('editAccount')}: ${account.account}`} onClick={() => setEdited(account)}>
                  <IconPencil {...icon} />
                </IconButton>
                <IconButton
                  label={`${t('archiveAccount')}: ${account.account}`}
                  onClick={() => void archive.run(account)}
                >
                  <IconArchive {...icon} />
                </IconButton>
              </>
            )}
          </Line>
        ))}
      </ul>
      {old.length > 0 && (
        <details className={css['contacts']} open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
          <summary className={css['quiet']}>{t('archivedAccounts', { count: old.length })}</summary>
          <ul className={css['accounts']}>
            {old.map((account) => (
              <Line key={account.id} account={account} />
            ))}
          </ul>
        </details>
      )}
      {edited && (
        <AccountDialog
          key={edited === 'new' ? 'new' : edited.id}
          owner={card.counterparty.id}
          account={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

function Line({ account, children }: { account: Account; children?: React.ReactNode }) {
  const t = useWords('counterparties');
  const fault = accountFault(account.account, account.bik ?? '');
  return (
    <li className={css['account']} data-archived={account.archivedAt !== null || undefined}>
      <div>
        <p className={css['number']}>
          <CopyValue name={t('account')} value={account.account} />
          {(account.bik || fault) && <Verdict fault={fault} right={t('keyMatches')} />}
        </p>
        <p>{account.bankName ?? ''}</p>
        <p className={css['quiet']}>
          {account.bik && (
            <>
              {t('bik')} <span className="op-figures">{account.bik}</span>
            </>
          )}
          {account.corrAccount && (
            <>
              {' · '}
              {t('corrAccount')} <span className="op-figures">{account.corrAccount}</span>
            </>
          )}
          {account.currency !== 'RUB' && ` · ${account.currency}`}
        </p>
      </div>
      <div className={css['tools']}>{children}</div>
    </li>
  );
}
