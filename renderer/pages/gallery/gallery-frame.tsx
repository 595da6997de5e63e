import {
  IconArrowsDiagonal,
  IconBuilding,
  IconColumns3,
  IconDots,
  IconFileText,
  IconLayoutSidebarRight,
  IconMailDown,
  IconX,
} from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { BulkBar } from '#renderer/components/bulk-bar.tsx';
import { FilterChip, OfferChip } from '#renderer/components/chip.tsx';
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx';
import type { GridColumn, GridSort } from '#renderer/components/data-grid/types.ts';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { Receipt } from '#renderer/components/receipt.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { FilterRow, ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { StatusLabel, StatusPill } from '#renderer/components/status.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { CreateMenu } from '#renderer/frame/create-menu.tsx';
import { FrameLayout } from '#renderer/frame/frame-layout.tsx';
import { KeyMap } from '#renderer/frame/key-map.tsx';
import { PaletteView } from '#renderer/frame/palette-view.tsx';
import { Rail } from '#renderer/frame/rail.tsx';
import { StatusBar } from '#renderer/frame/status-bar.tsx';
import { TopBar } from '#renderer/frame/top-bar.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { UserMenu } from '#renderer/frame/user-menu.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatAmount, formatMoney } from '#renderer/i18n/format/money.ts';
import { type SampleRow, sampleRow } from '#renderer/pages/gallery/sample.ts';

const nothing = () => undefined;
const TOTAL = 12_480;

const columns: GridColumn<SampleRow>[] = [
  {
    id: 'number',
    header: 'Номер',
    width: 178,
    sortable: true,
    render: (row) => (
      <>
        <KindIcon kind={row.kind} /> <RegistrationNumber number={row.number} />
      </>
    ),
  },
  { id: 'date', header: 'Дата', width: 92, sortable: true, text: (row) => formatDate(row.date) },
  { id: 'counterparty', header: 'Контрагент', flex: 1, sortable: true, text: (row) => row.counterparty || '–' },
  { id: 'subject', header: 'Содержание', flex: 1.2, sortable: true, text: (row) => row.subject },
  {
    id: 'amount',
    header: 'Сумма, ₽',
    width: 116,
    align: 'end',
    sortable: true,
    text: (row) => (row.amount === null ? '' : formatAmount(row.amount)),
  },
  { id: 'state', header: 'Состояние', width: 146, sortable: true, render: (row) => <StatusLabel status={row.state} /> },
  {
    id: 'person',
    header: 'Ответственный',
    width: 40,
    silentHeader: true,
    resizable: false,
    render: (row) => <PersonAvatar {...row.person} />,
  },
  {
    id: 'receipt',
    header: 'Квитанция',
    width: 40,
    silentHeader: true,
    resizable: false,
    render: (row) => <Receipt receipt={row.receipt} />,
  },
];

/** The window as in the pictures, with an invented register; only in development builds. */
export function GalleryFrame() {
  const [folded, setFolded] = useState(false);
  const [sort, setSort] = useState<GridSort | null>({ column: 'date', descending: true });
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [row, setRow] = useState<SampleRow | null>(null);
  const [preview, setPreview] = useState(true);
  const [overlay, setOverlay] = useState<'palette' | 'keys' | null>(null);
  const [text, setText] = useState('');
  const getWindow = useCallback(
    async (start: number, end: number) => ({
      total: TOTAL,
      rows: Array.from({ length: Math.min(end, TOTAL) - start }, (_, step) => sampleRow(start + step)),
    }),
    [],
  );
  const offline = location.hash.includes('offline');
  useShortcuts(
    useMemo(
      () => [
        { keys: 'Ctrl+K', run: () => setOverlay('palette'), whileTyping: true },
        { keys: '?', run: () => setOverlay('keys') },
        { keys: '[', run: () => setFolded((before) => !before) },
      ],
      [],
    ),
  );
  const items = [
    { id: 'documents', label: 'Документы', icon: <IconFileText size={18} stroke={1.6} />, href: '#/documents' },
    {
      id: 'counterparties',
      label: 'Контрагенты',
      icon: <IconBuilding size={18} stroke={1.6} />,
      href: '#/counterparties',
    },
  ];
  return (
    <FrameLayout
      top={
        <TopBar
          folded={folded}
          canGoBack
          canGoForward={false}
          onBack={nothing}
          onForward={nothing}
          onSearch={() => setOverlay('palette')}
          windowButtons={false}
        >
          <CreateMenu opened={false} onOpen={nothing} onLast={nothing} choices={[]} />
          <UserMenu
            id="a1"
            name="Анна Крылова"
            place="Новосибирск, МСК+4"
            scheme="auto"
            language="ru"
            onScheme={nothing}
            onLanguage={nothing}
            onKeys={() => setOverlay('keys')}
            onSettings={nothing}
            onLock={nothing}
            onSignOut={nothing}
          />
        </TopBar>
      }
      rail={<Rail items={items} active="documents" folded={folded} onGo={nothing} onFold={setFolded} />}
      status={
        <StatusBar
          link={offline ? 'offline' : 'online'}
          since="10:32"
          outbox={offline ? 3 : 0}
          conflicts={offline ? 1 : 0}
          lastExchange="14:02"
          clock="13.05.2026, ср, 14:03"
          cut={{ on: offline, onChange: nothing }}
          onExchange={nothing}
          onFiles={nothing}
        />
      }
    >
      <Sheet>
        <PageHeader
          title="Документы"
          tools={
            <>
              <IconButton label="Столбцы">
                <IconColumns3 size={18} stroke={1.6} />
              </IconButton>
              <IconButton label="Просмотр" keys={['Space']} active={preview} onClick={() => setPreview(!preview)}>
                <IconLayoutSidebarRight size={18} stroke={1.6} />
              </IconButton>
            </>
          }
        >
          <ViewTabs
            label="Отборы"
            active="may"
            onChange={nothing}
            tabs={[
              { id: 'may', label: 'Новосибирск, май', count: 48 },
              { id: 'reg', label: 'На регистрации', count: 7 },
              { id: 'all', label: 'Все', count: TOTAL },
            ]}
          />
        </PageHeader>
        <div style={{ display: 'flex', flex: 1, minHeight: 0 }}>
          <div style={{ position: 'relative', display: 'flex', flex: 1, minWidth: 0, flexDirection: 'column' }}>
            <FilterRow>
              <FilterChip label="Филиал" value="Новосибирск" onRemove={nothing} removeLabel="Убрать" />
              <FilterChip label="Период" value="май 2026" onRemove={nothing} removeLabel="Убрать" />
              <OfferChip label="Условие" />
            </FilterRow>
            <DataGrid
              label="Документы"
              columns={columns}
              getWindow={getWindow}
              total={TOTAL}
              sort={sort}
              onSort={setSort}
              selection={selection}
              onSelect={setSelection}
              onCursor={setRow}
              onPreview={() => setPreview(!preview)}
            />
            {selection.size > 1 && (
              <div
                style={{
                  position: 'absolute',
                  bottom: 46,
                  left: 0,
                  right: 0,
                  display: 'flex',
                  justifyContent: 'center',
                  zIndex: 5,
                }}
              >
                <BulkBar
                  count={selection.size}
                  total={formatMoney(421_988_406)}
                  actions={[
                    { label: 'Сменить состояние', onClick: nothing, primary: true },
                    { label: 'В архив', onClick: nothing },
                  ]}
                  onClose={() => setSelection(new Set())}
                />
              </div>
            )}
            <ListFooter
              start={
                <>
                  <span>
                    Выбран <b>{selection.size}</b>
                  </span>
                  <span>
                    Показано <b>27</b> из <b>48</b>
                  </span>
                </>
              }
              end={
                <>
                  <span>Итого по отбору</span>
                  <b style={{ fontSize: 13 }}>{formatMoney(1_231_420_846)}</b>
                </>
              }
            />
          </div>
          {preview && row && (
            <SidePanel
              label="Просмотр"
              header={
                <>
                  <RegistrationNumber number={row.number} plain /> <Receipt receipt={row.receipt} />
                </>
              }
              tools={
                <>
                  <IconButton label="Открыть">
                    <IconArrowsDiagonal size={16} stroke={1.6} />
                  </IconButton>
                  <IconButton label="Ещё">
                    <IconDots size={16} stroke={1.6} />
                  </IconButton>
                  <IconButton label="Закрыть" onClick={() => setPreview(false)}>
                    <IconX size={16} stroke={1.6} />
                  </IconButton>
                </>
              }
              footer={
                <>
                  <ActionButton variant="filled" grow>
                    Ответить
                  </ActionButton>
                  <ActionButton>Поручить</ActionButton>
                </>
              }
            >
              <PanelSection>
                <h2 style={{ margin: '0 0 6px', fontSize: 15, lineHeight: '22px', fontWeight: 600 }}>{row.subject}</h2>
                <StatusPill status={row.state} />
              </PanelSection>
              <PanelSection>
                <KeyValues
                  entries={[
                    ['Контрагент', row.counterparty],
                    [
                      'Исполнитель',
                      <>
                        <PersonAvatar {...row.person} decorative /> {row.person.name}
                      </>,
                    ],
                    ['Дело', '04-12 «Закупка техники»'],
                    [
                      'Квитанция',
                      <>
                        <Receipt receipt={row.receipt} /> принято в 14:02
                      </>,
                    ],
                  ]}
                />
              </PanelSection>
            </SidePanel>
          )}
        </div>
      </Sheet>
      <PaletteView
        opened={overlay === 'palette'}
        onClose={() => setOverlay(null)}
        text={text}
        onText={setText}
        footer="12 480 записей на этом компьютере, 9 мс"
        groups={[
          {
            id: 'a',
            title: 'Действия',
            items: [
              {
                id: '1',
                icon: <IconMailDown size={18} stroke={1.6} />,
                title: 'Новый входящий документ',
                keys: ['C', '1'],
                run: nothing,
              },
            ],
          },
          {
            id: 'd',
            title: 'Документы',
            items: [
              {
                id: '2',
                icon: <IconMailDown size={18} stroke={1.6} />,
                title: (
                  <>
                    О <mark>постав</mark>ке серверного оборудования
                  </>
                ),
                detail: 'ВХ-НСК/2026-00418 · «Сибирские технологии», ООО',
                run: nothing,
              },
            ],
          },
        ]}
      />
      <KeyMap opened={overlay === 'keys'} onClose={() => setOverlay(null)} />
    </FrameLayout>
  );
}
