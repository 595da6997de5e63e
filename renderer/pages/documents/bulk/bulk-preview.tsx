import { asCoreError, CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/documents/bulk/bulk.module.css';
import { byReason, type Tried } from '#renderer/pages/documents/bulk/try-change.ts';

/** Documents named under a reason; more are counted. */
const NAMED = 5;

/** What a change would do: how many it changes, how many it cannot, and why. */
export function BulkPreview({ tried }: { tried: Tried }) {
  const t = useWords('register');
  const status = useWords('status');
  const words = useErrorWords();
  const reasons = byReason(tried.refused);
  return (
    <div className={css['preview']}>
      <dl className={css['counts']}>
        <div>
          <dt>{t('bulkChanges')}</dt>
          <dd>{formatCount(tried.edits.length)}</dd>
        </div>
        <div>
          <dt>{t('bulkSame')}</dt>
          <dd>{formatCount(tried.same)}</dd>
        </div>
        <div data-refused={tried.refused.length > 0 || undefined}>
          <dt>{t('bulkRefused')}</dt>
          <dd>{formatCount(tried.refused.length)}</dd>
        </div>
      </dl>
      {reasons.length > 0 && <h3 className={css['heading']}>{t('bulkWhy')}</h3>}
      <ul className={css['reasons']}>
        {reasons.map(({ code, all }) => (
          <li key={code}>
            <b>{formatCount(all.length)}</b>{' '}
            {words(asCoreError(new CoreError({ code, details: all[0]?.details ?? {} })))}
            <ul>
              {all.slice(0, NAMED).map((one) => (
                <li key={one.id} className="op-ellipsis">
                  {one.number ?? status('noNumber')} · {one.subject}
                </li>
              ))}
              {all.length > NAMED && <li>{t('bulkMore', { count: all.length - NAMED })}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
