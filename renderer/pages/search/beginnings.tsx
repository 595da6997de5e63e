import { IconBookmark, IconHistory, IconTrash } from '@tabler/icons-react';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/search/search.module.css';
import { noQuestion } from '#renderer/pages/search/search-address.ts';
import { useRecent } from '#renderer/pages/search/use-recent.ts';
import { type SavedSearch, searchViews, useSaved } from '#renderer/pages/search/use-saved.ts';
import { forgetSearches } from '#renderer/state/searches.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { SearchQuestion } from '#shared/queries/search.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** Before anything is typed: what was saved and what was looked for last. */
export function Beginnings({ onAsk }: { onAsk: (question: SearchQuestion) => void }) {
  const t = useWords('search');
  const recent = useRecent();
  const saved = useSaved();
  return (
    <div className={css['beginnings']}>
      {saved.length + recent.length === 0 && <EmptyState title={t('emptyTitle')} text={t('emptyText')} />}
      <div className={css['columns']}>
        {saved.length > 0 && (
          <section>
            <h2>{t('saved')}</h2>
            <ul>
              {saved.map((one) => (
                <li key={one.id}>
                  <button type="button" className={css['beginning']} onClick={() => onAsk(one.question)}>
                    <IconBookmark {...icon} />
                    <span className="op-ellipsis">{one.name}</span>
                  </button>
                  {one.own && <RemoveSaved search={one} />}
                </li>
              ))}
            </ul>
          </section>
        )}
        {recent.length > 0 && (
          <section>
            <h2>
              {t('recent')}{' '}
              <LinkButton tone="quiet" onClick={forgetSearches}>
                {t('clearRecent')}
              </LinkButton>
            </h2>
            <ul>
              {recent.map((text) => (
                <li key={text}>
                  <button type="button" className={css['beginning']} onClick={() => onAsk({ ...noQuestion, text })}>
                    <IconHistory {...icon} />
                    <span className="op-ellipsis">{text}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

/** Takes a saved search away; it comes back with an undo. */
function RemoveSaved({ search: { id, name, question, audience } }: { search: SavedSearch }) {
  const t = useWords('search');
  const remove = useCommand('view.remove');
  const press = async () => {
    if (!(await remove.run({ id }))) return;
    const settings = { ...question };
    const undo = () => runCommand('view.save', { id: null, page: searchViews, name, settings, position: 0, audience });
    useToasts.getState().show({ tone: 'done', title: t('removed'), object: name, undo });
  };
  return (
    <IconButton label={t('remove', { name })} onClick={() => void press()}>
      <IconTrash {...icon} />
    </IconButton>
  );
}
