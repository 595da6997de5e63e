import { useDebouncedValue } from '@mantine/hooks';
import { IconBook2 } from '@tabler/icons-react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/composer.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';

/** How long the hand rests before articles are looked for, in milliseconds. */
const REST = 400;
const SHOWN = 2;

/** Articles that fit what is being typed, or what was asked while nothing is typed yet. */
export function ArticleHints(props: { facts: TicketFacts; text: string; onInsert: (words: string) => void }) {
  const { ticket } = props.facts;
  const t = useWords('queues');
  const typed = props.text.startsWith('/') ? '' : props.text.trim();
  const said = props.facts.talk.findLast((line) => line.type === 'message' && !line.fromDesk);
  const asked = said?.type === 'message' ? said.text : ticket.title;
  const [text] = useDebouncedValue((typed.length > 12 ? typed : asked).slice(0, 500), REST);
  const found = useQuery('desk.words', { queueId: ticket.queueId, serviceId: ticket.serviceId, text }).data?.articles;
  if (!found || found.length === 0) return null;
  return (
    <ul className={css['articles']} aria-label={t('articles')}>
      {found.slice(0, SHOWN).map((article) => (
        <li key={article.id}>
          <IconBook2 size={14} stroke={1.6} aria-hidden="true" />
          <a href={`#/tickets/articles/${article.id}`} className="op-ellipsis" title={article.title}>
            {article.title}
          </a>
          <LinkButton onClick={() => props.onInsert(t('articleWords', { title: article.title }))}>
            {t('articleInsert')}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
