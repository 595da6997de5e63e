import { IconBuilding } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Highlighted } from '#renderer/components/highlighted.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import type { PaletteItem } from '#renderer/frame/palette-view.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Marked } from '#renderer/pages/search/marked.tsx';
import { newestFirst, useDocumentsRegister } from '#renderer/state/documents-register.ts';
import { type DocumentKind, documentKinds } from '#shared/domain/document.ts';
import type { SearchHit } from '#shared/queries/search.ts';

/** Where the found text goes in the words around it: no text of a person has this character. */
const HERE = '\u0000';

/** What there is, in one line. */
const parted = (parts: readonly ReactNode[]): ReactNode =>
  parts.filter(Boolean).map((part, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change places
    <Fragment key={n}>
      {n > 0 && ' · '}
      {part}
    </Fragment>
  ));

/** A found record as a line of the palette, with what can be done with it behind `Tab`. */
export function useRecordItem(): (hit: SearchHit, query: string) => PaletteItem {
  const t = useWords('palette');
  const documents = useWords('documents');
  const status = useWords('status');
  const navigate = useNavigate();
  const go = (to: string, state?: unknown) => () => navigate(to, state === undefined ? {} : { state });
  const step = (id: string, title: string, run: () => void): PaletteItem => ({ id, title, icon: null, run });

  return (hit, query) => {
    const kind = documentKinds.find((one): one is DocumentKind => one === hit.kind);
    const inside = hit.fragment?.from === 'content' ? hit.fragment : null;
    const around = inside
      ? t('in_content', { name: inside.name, text: HERE })
      : hit.fragment && hit.fragment.from !== 'content' && t(`in_${hit.fragment.from}`, { text: HERE });
    const [before = '', behind = ''] = around ? around.split(HERE) : [];
    const fragment = hit.fragment && (
      <>
        {before}
        <Marked text={hit.fragment.text} marks={hit.fragment.marks} />
        {behind}
      </>
    );
    const figures = (text: string | null | false) => text && <Highlighted text={text} query={query} />;
    const number = hit.number ? <Marked text={hit.number} marks={hit.numberMarks} /> : status('noNumber');
    const title = <Marked text={hit.title} marks={hit.titleMarks} />;
    const more = { title: t('withRecord', { name: hit.number ?? hit.title }) };
    if (hit.entity === 'document') {
      const to = `/documents/${hit.id}`;
      return {
        id: hit.id,
        icon: kind ? <KindIcon kind={kind} size={18} /> : null,
        title,
        detail: parted([
          number,
          fragment ?? figures(hit.date && formatDate(hit.date)),
          figures(!fragment && hit.amount !== null && formatMoney(hit.amount)),
        ]),
        // Words of a file are shown where they stand in it.
        run: go(
          inside ? `${to}?${new URLSearchParams({ tab: 'files', file: inside.attachmentId, find: inside.find })}` : to,
        ),
        more: {
          ...more,
          items: [
            step('open', t('openRecord'), go(to)),
            step('edit', t('editRecord'), go(`${to}/edit`)),
            step('files', t('recordFiles'), go(`${to}?tab=files`)),
            step('discussion', t('recordDiscussion'), go(`${to}?tab=discussion`)),
            step('history', t('recordHistory'), go(`${to}?tab=history`)),
          ],
        },
      };
    }
    if (hit.entity === 'ticket') {
      const to = `/tickets/${hit.id}`;
      return {
        id: hit.id,
        icon: <KindIcon kind="application" size={18} />,
        title,
        detail: parted([number, fragment ?? figures(hit.date && formatDate(hit.date))]),
        run: go(to),
        more: { ...more, items: [step('open', t('openRecord'), go(to))] },
      };
    }
    const to = `/counterparties/${hit.id}`;
    return {
      id: hit.id,
      icon: <IconBuilding size={18} stroke={1.6} />,
      title,
      detail: parted([figures(hit.inn && `${documents('inn')} ${hit.inn}`), fragment]),
      run: go(to),
      more: {
        ...more,
        items: [
          step('open', t('openRecord'), go(to)),
          step('new', t('newForParty'), go('/documents/new/incoming', { counterpartyId: hit.id })),
          step('documents', t('documentsOfParty'), () => {
            useDocumentsRegister.getState().open('all', { filter: { counterpartyId: hit.id }, sort: newestFirst });
            navigate('/documents');
          }),
        ],
      },
    };
  };
}
