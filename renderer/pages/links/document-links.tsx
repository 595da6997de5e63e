import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { RelatedRow } from '#renderer/pages/contract/related-table.tsx';
import css from '#renderer/pages/links/links.module.css';
import { LinksList } from '#renderer/pages/links/links-list.tsx';
import { LinksPictureSection } from '#renderer/pages/links/links-picture-section.tsx';
import type { DocumentRow } from '#shared/domain/document.ts';

/** The part of a document's card about its links: the list, then the picture of what lies around. */
export function DocumentLinks({ document }: { document: DocumentRow }) {
  const t = useWords('relations');
  const { data } = useQuery('document.neighbours', { id: document.id });
  if (!data) return null;
  const beside: RelatedRow[] = [
    ...(data.above ? [{ ...data.above, key: 'above', link: t('partOf') }] : []),
    ...data.below.map((one) => ({ ...one, key: one.id, link: t('part') })),
  ];
  return (
    <div className={css['tab']}>
      <LinksList document={document} links={data.links} beside={beside} none={t('linksNone')} />
      <LinksPictureSection documentId={document.id} />
    </div>
  );
}
