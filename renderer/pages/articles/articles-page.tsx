import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { NavLink, useNavigate, useParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyFilter, EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { FilterRow, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ArticleEditor } from '#renderer/pages/articles/article-editor.tsx';
import { ArticleView } from '#renderer/pages/articles/article-view.tsx';
import css from '#renderer/pages/articles/articles.module.css';
import { SectionTabs } from '#renderer/pages/portal/section-tabs.tsx';
import { useSession } from '#renderer/state/session.ts';

/** Those whose commands keep articles. */
const writers = ['administrator', 'hr', 'it', 'accountant', 'manager', 'clerk', 'lawyer'] as const;

/** The knowledge base: what is known at the left, one article beside it, to be read and, by desks, to be written. */
export function ArticlesPage() {
  const t = useWords('builder');
  const portal = useWords('portal');
  const navigate = useNavigate();
  const { id } = useParams();
  const [text, setText] = useState('');
  const [archived, setArchived] = useState<'living' | 'archived'>('living');
  const [editing, setEditing] = useState(false);
  const words = useDeferredValue(text.trim());
  const find = useRef<HTMLInputElement>(null);
  const mayWrite = useSession((session) => writers.some((role) => session.state?.user?.roles.includes(role)));
  const answer = useQuery('article.list', { text: words, serviceId: null, archived: archived === 'archived' });
  const living = useQuery('article.list', { text: '', serviceId: null, archived: false }).data;
  const away = useQuery('article.list', { text: '', serviceId: null, archived: true }).data;
  const rows = answer.data ?? [];
  const open = [...(living ?? []), ...(away ?? [])].find((one) => one.id === id);
  const isNew = id === 'new' && mayWrite;
  useShortcuts(useMemo(() => [{ keys: '/', run: () => find.current?.focus() }], []));
  // Another article is read first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another article ends the writing
  useEffect(() => setEditing(false), [id]);
  const first = rows[0]?.id;
  return (
    <Sheet>
      <PageHeader
        title={portal('title')}
        tools={
          mayWrite && (
            <ActionButton icon={<IconPlus size={16} stroke={1.6} />} onClick={() => navigate('/tickets/articles/new')}>
              {t('newArticle')}
            </ActionButton>
          )
        }
      >
        <SectionTabs active="articles" />
      </PageHeader>
      <FilterRow>
        <label className={css['find']}>
          <IconSearch size={14} stroke={1.6} aria-hidden="true" />
          <input
            ref={find}
            type="search"
            aria-label={t('findArticle')}
            placeholder={t('findArticle')}
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && first) navigate(`/tickets/articles/${first}`);
            }}
          />
        </label>
        {mayWrite && (
          <Segmented
            label={t('whichArticles')}
            value={archived}
            choices={[
              { value: 'living', label: t('livingArticles') },
              { value: 'archived', label: t('archivedArticles') },
            ]}
            onChange={setArchived}
          />
        )}
      </FilterRow>
      <div className={css['page']}>
        <nav className={css['list']} aria-label={t('articles')} data-area="list">
          {answer.error != null && !answer.data && (
            <ErrorPanel code={asCoreError(answer.error).told} onRetry={answer.refresh} />
          )}
          {answer.data && rows.length === 0 && words !== '' && (
            <EmptyFilter title={t('noArticleFound', { text: words })}>
              <LinkButton onClick={() => setText('')}>{t('dropWords')}</LinkButton>
            </EmptyFilter>
          )}
          {answer.data && rows.length === 0 && words === '' && archived === 'archived' && (
            <p className={css['quiet']}>{t('noneArchived')}</p>
          )}
          {rows.map((one) => (
            <NavLink
              key={one.id}
              to={`/tickets/articles/${one.id}`}
              className={css['item'] ?? ''}
              data-active={one.id === id || undefined}
            >
              <b>{one.title}</b>
              <span className={css['quiet']}>{one.serviceNames.join(', ')}</span>
            </NavLink>
          ))}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
        <section className={css['main']} aria-label={open?.title ?? t('article')} tabIndex={0} data-area="article">
          {isNew ? (
            <ArticleEditor
              key="new"
              article={null}
              onClose={(made) => navigate(made ? `/tickets/articles/${made}` : '/tickets/articles')}
            />
          ) : open && editing ? (
            <ArticleEditor key={open.id} article={open} onClose={() => setEditing(false)} />
          ) : open ? (
            <ArticleView article={open} mayWrite={mayWrite} onEdit={() => setEditing(true)} />
          ) : id && living && away ? (
            <EmptyState title={t('noArticle')} text={t('noArticleText')} />
          ) : living?.length === 0 ? (
            <EmptyState title={t('noArticles')} text={t(mayWrite ? 'noArticlesWriter' : 'noArticlesText')} />
          ) : (
            !id && living && <EmptyState title={t('chooseArticle')} text={t('chooseArticleText')} />
          )}
        </section>
      </div>
    </Sheet>
  );
}
