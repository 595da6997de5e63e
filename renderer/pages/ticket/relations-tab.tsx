import { IconX } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import plain from '#renderer/components/plain-table.module.css';
import { runCommand } from '#renderer/data/core.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/ticket.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { StateGlyph } from '#renderer/pages/ticket/ticket-state.tsx';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import { ticketStates } from '#shared/domain/service/ticket.ts';
import { ticketLinkKinds } from '#shared/domain/service/ticket-link.ts';

type Link = TicketFacts['links'][number];

/** Tickets and documents that it has to do with. */
export function RelationsTab(props: { facts: TicketFacts; onLink: () => void; onSplit: () => void }) {
  const { facts } = props;
  const t = useWords('queues');
  const words = useDeskErrors();
  const tell = useTell();
  const link = useCommand('ticket.link');
  const { ticket, links, may } = facts;
  /** Of a link that the other ticket made, the kind comes with `_by` behind it. */
  const kindOf = (one: Link) => ticketLinkKinds.find((kind) => kind === one.kind.replace(/_by$/, '')) ?? 'related';
  const isOwn = (one: Link) => !one.kind.endsWith('_by');
  const remove = async (one: Link) => {
    const order = { id: ticket.id, otherEntity: one.otherEntity, otherId: one.otherId, kind: kindOf(one) };
    if (await link.run({ ...order, linked: false }))
      tell(t('done_unlink'), one.number ?? one.title, () => runCommand('ticket.link', { ...order, linked: true }));
  };
  return (
    <div className={css['tab']}>
      <h2 className={css['heading']}>
        {t('tab_relations')}
        {may.desk && (
          <span className={css['buttons']}>
            <ActionButton size="xs" onClick={props.onSplit}>
              {t('act_split')}
            </ActionButton>
            <ActionButton size="xs" onClick={props.onLink}>
              {t('act_link')}
            </ActionButton>
          </span>
        )}
      </h2>
      {link.error && <Note tone="red" title={words(link.error)} />}
      {links.length === 0 ? (
        <p className={css['none']}>{t('linksNone')}</p>
      ) : (
        <table className={`${plain['table']} ${css['table']}`}>
          <thead>
            <tr>
              <th className={css['kind']}>{t('linkKind')}</th>
              <th className={css['numberCell']}>{t('column_number')}</th>
              <th>{t('linkWhat')}</th>
              <th className={css['cross']}>
                <span className="op-hidden">{t('linkState')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map((one) => (
              <tr key={one.id}>
                <td className={css['kind']}>{t(isOwn(one) ? `link_${kindOf(one)}` : `linkBy_${kindOf(one)}`)}</td>
                <td className={css['numberCell']}>{one.number ?? t('noNumber')}</td>
                <td>
                  <a href={one.otherEntity === 'ticket' ? `#/tickets/${one.otherId}` : `#/documents/${one.otherId}`}>
                    {one.title}
                  </a>
                </td>
                <td className={css['cross']}>
                  {may.desk && isOwn(one) && one.kind !== 'split' ? (
                    <IconButton
                      label={t('linkRemove', { title: one.title })}
                      size={24}
                      onClick={() => void remove(one)}
                    >
                      <IconX size={14} stroke={1.6} />
                    </IconButton>
                  ) : (
                    one.otherEntity === 'ticket' && (
                      <StateGlyph state={ticketStates.find((state) => state === one.state) ?? 'open'} />
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
