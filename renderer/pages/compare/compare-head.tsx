import { useMediaQuery } from '@mantine/hooks';
import {
  IconArrowLeft,
  IconChevronDown,
  IconChevronUp,
  IconLayoutSidebarRight,
  IconPrinter,
} from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ChangeFilter, ChangePlace } from '#renderer/pages/compare/changes.ts';
import css from '#renderer/pages/compare/compare.module.css';
import type { Layout } from '#renderer/pages/compare/paper.tsx';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import type { Redline } from '#shared/domain/redline.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** What is compared, where among the changes the reader is, and how they are shown. */
export function CompareHead(props: {
  card: DocumentCard;
  redline: Redline | null;
  places: readonly ChangePlace[];
  current: number | null;
  layout: Layout;
  filter: ChangeFilter;
  /** null: the document has no protocol. */
  protocol: boolean | null;
  onBack: () => void;
  onStep: (by: 1 | -1) => void;
  onLayout: (layout: Layout) => void;
  onFilter: (filter: ChangeFilter) => void;
  onProtocol: (shown: boolean) => void;
}) {
  const { card, redline, places, current } = props;
  const t = useWords('compare');
  const roomy = useMediaQuery('(min-width: 1366px)', true, { getInitialValueInEffect: false });
  const at = places.findIndex((place) => place.change === current);
  const about = [card.document.number ?? card.document.subject, card.counterparty && partyTitle(card.counterparty)];
  return (
    <header className={css['head']}>
      <IconButton label={t('back')} keys={['Esc']} onClick={props.onBack}>
        <IconArrowLeft {...icon} />
      </IconButton>
      <h1>{t('title')}</h1>
      <span className={css['about']}>{about.filter(Boolean).join(' · ')}</span>
      <span className={css['tools']}>
        <IconButton
          label={t('previousChange')}
          keys={['K']}
          variant="default"
          disabled={places.length === 0}
          onClick={() => props.onStep(-1)}
        >
          <IconChevronUp {...icon} />
        </IconButton>
        <IconButton
          label={t('nextChange')}
          keys={['J']}
          variant="default"
          disabled={places.length === 0}
          onClick={() => props.onStep(1)}
        >
          <IconChevronDown {...icon} />
        </IconButton>
        <b className="op-figures" role="status">
          {t('place', { at: at + 1, total: formatCount(places.length) })}
        </b>
        {roomy && <KeyCaps keys={['J', 'K']} />}
        <Segmented
          label={t('layout')}
          value={props.layout}
          choices={[
            { value: 'side', label: t('layoutSide') },
            { value: 'joined', label: t('layoutJoined') },
          ]}
          onChange={props.onLayout}
        />
        <Segmented
          label={t('filter')}
          value={props.filter}
          choices={[
            { value: 'all', label: t('filterAll', { count: redline?.changes ?? 0 }) },
            { value: 'substantial', label: t('filterSubstantial', { count: redline?.substantialChanges ?? 0 }) },
          ]}
          onChange={props.onFilter}
        />
        <IconButton label={t('print')} keys={['Ctrl', 'P']} disabled={!redline} onClick={() => window.print()}>
          <IconPrinter {...icon} />
        </IconButton>
        {props.protocol !== null && (
          <IconButton
            label={t(props.protocol ? 'protocolHide' : 'protocolShow')}
            active={props.protocol}
            onClick={() => props.onProtocol(!props.protocol)}
          >
            <IconLayoutSidebarRight {...icon} />
          </IconButton>
        )}
      </span>
    </header>
  );
}
