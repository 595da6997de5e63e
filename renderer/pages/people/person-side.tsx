import { useNavigate } from 'react-router';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import css from '#renderer/pages/people/people.module.css';
import type { PersonCard } from '#renderer/pages/people/person-facts.ts';
import { newestFirst, useDocumentsRegister } from '#renderer/state/documents-register.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

/** Papers of one kind: those of a built-in one without the company's own that are built on it. */
function papersOfKind({ person, kinds }: PersonCard, { kind, kindId }: PersonCard['kinds'][number]): DocumentFilter {
  const responsibleIds = [person.id];
  if (kindId !== null) return { responsibleIds, kindIds: [kindId] };
  const others = kinds.flatMap((one) => (one.kindId !== null && one.kind === kind ? [one.kindId] : []));
  if (others.length === 0) return { responsibleIds, kinds: [kind] };
  return {
    responsibleIds,
    kinds: [kind],
    where: { join: 'all', of: [{ field: 'kind', op: 'not_in', value: others }] },
  };
}

/** Where the person works, how to reach them, how much they have in hand, when they are away. */
export function PersonSide({ card }: { card: PersonCard }) {
  const t = useWords('relations');
  const kindOf = useKindWords();
  const session = useWords('session');
  const navigate = useNavigate();
  const { person, tickets, vacations } = card;
  const open = (filter: DocumentFilter) => {
    useDocumentsRegister.getState().open('all', { filter, sort: newestFirst });
    navigate('/documents');
  };
  return (
    <SidePanel label={t('facts')}>
      <PanelSection title={t('facts')}>
        <KeyValues
          entries={[
            [t('position'), person.position],
            [t('branch'), card.branchName ?? '–'],
            card.departmentName ? [t('department'), card.departmentName] : null,
            card.head
              ? [
                  t('head'),
                  <a key="head" href={`#/people/${card.head.id}`}>
                    {card.head.name}
                  </a>,
                ]
              : null,
            person.phone
              ? [
                  t('phone'),
                  <a key="tel" href={`tel:${person.phone}`}>
                    {person.phone}
                  </a>,
                ]
              : null,
            person.email
              ? [
                  t('email'),
                  <a key="mail" href={`mailto:${person.email}`}>
                    {person.email}
                  </a>,
                ]
              : null,
            [t('roles'), person.roles.map((role) => session(`role_${role}`)).join(', ')],
          ]}
        />
      </PanelSection>
      <PanelSection title={t('papers')}>
        {card.kinds.length === 0 && <p className={css['none']}>{t('papersNone')}</p>}
        <ul className={css['counts']}>
          {card.kinds.map((one) => (
            <li key={one.kindId ?? one.kind}>
              <LinkButton onClick={() => open(papersOfKind(card, one))}>{kindOf(one)}</LinkButton>
              <span>{formatCount(one.count)}</span>
            </li>
          ))}
        </ul>
      </PanelSection>
      <PanelSection title={t('personTickets')}>
        <ul className={css['counts']}>
          <li>
            {t('ticketsAsked')} <span>{formatCount(tickets.asked)}</span>
          </li>
          <li>
            {t('ticketsAssigned')} <span>{formatCount(tickets.assigned)}</span>
          </li>
        </ul>
      </PanelSection>
      {vacations.length > 0 && (
        <PanelSection title={t('vacations')}>
          <ul className={css['vacations']}>
            {vacations.map((one) => (
              <li key={one.id}>
                {formatDate(one.from)} – {formatDate(one.to)}
                <span>
                  {t(`${one.type}Vacation`)}, {t(`vacation_${one.state as 'planned' | 'requested' | 'approved'}`)}
                </span>
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
    </SidePanel>
  );
}
