import { IconArchive, IconArchiveOff, IconEdit, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ServiceIcon } from '#renderer/components/service-icon.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/articles/articles.module.css';
import { MarkdownText } from '#renderer/pages/articles/markdown.tsx';
import { HistoryList } from '#renderer/pages/record/history-list.tsx';
import { useToasts } from '#renderer/state/toasts.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

export type Article = QueryResult<'article.list'>[number];

/** An article as it is read, with the services that it is about one press away. */
export function ArticleView(props: { article: Article; mayWrite: boolean; onEdit: () => void }) {
  const t = useWords('builder');
  const admin = useWords('admin');
  const clock = useClock();
  const words = useErrorWords();
  const { article } = props;
  const catalog = useQuery('service.catalog', {}).data?.services ?? [];
  const services = catalog.filter((one) => article.serviceIds.includes(one.id));
  const archive = useCommand('article.archive');
  const [history, setHistory] = useState(false);
  const put = async (archived: boolean) => {
    if (!(await archive.run({ id: article.id, archived }))) return;
    useToasts.getState().show({
      tone: 'done',
      title: t(archived ? 'articleArchived' : 'articleRestored'),
      object: article.title,
      undo: () => runCommand('article.archive', { id: article.id, archived: !archived }),
    });
  };
  return (
    <article className={css['article']}>
      <header className={css['head']}>
        <h2>{article.title}</h2>
        {props.mayWrite && (
          <span className={css['acts']}>
            <ActionButton icon={<IconEdit size={16} stroke={1.6} />} onClick={props.onEdit}>
              {t('editArticle')}
            </ActionButton>
            <IconButton label={t('articleHistory')} onClick={() => setHistory(true)}>
              <IconHistory size={16} stroke={1.6} />
            </IconButton>
            <IconButton
              label={article.archivedAt === null ? admin('archive') : admin('restore')}
              onClick={() => void put(article.archivedAt === null)}
            >
              {article.archivedAt === null ? (
                <IconArchive size={16} stroke={1.6} />
              ) : (
                <IconArchiveOff size={16} stroke={1.6} />
              )}
            </IconButton>
          </span>
        )}
      </header>
      <p className={css['quiet']}>
        {[article.authorName, t('articleUpdated', { date: formatDate(clock.date(article.updatedAt)) })]
          .filter(Boolean)
          .join(', ')}
      </p>
      {archive.error && <Note tone="red" title={words(archive.error)} />}
      {article.archivedAt !== null && <Note tone="amber" title={t('articleIsArchived')} />}
      <MarkdownText text={article.text} />
      {services.length > 0 && (
        <section className={css['services']} aria-label={t('aboutServices')}>
          <h3>{t('aboutServices')}</h3>
          <ul>
            {services.map((one) => (
              <li key={one.id}>
                <ServiceIcon icon={one.icon} />
                <span>{one.name}</span>
                <Link to={`/tickets/new/${one.id}`} aria-label={`${t('ask')}: ${one.name}`}>
                  {t('ask')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Dialog
        opened={history}
        title={admin('historyOf', { name: article.title })}
        onClose={() => setHistory(false)}
        width={640}
      >
        {history && <HistoryList entity="article" id={article.id} />}
      </Dialog>
    </article>
  );
}
