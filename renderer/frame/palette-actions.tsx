import { useMantineColorScheme } from '@mantine/core';
import {
  IconArrowsLeftRight,
  IconBuilding,
  IconBuildingPlus,
  IconCalendarEvent,
  IconFileCertificate,
  IconFileImport,
  IconFilePlus,
  IconFileText,
  IconFilter,
  IconFolders,
  IconInbox,
  IconKeyboard,
  IconLanguage,
  IconLock,
  IconMailDown,
  IconMailUp,
  IconMoon,
  IconNotebook,
  IconRefresh,
  IconSettings,
  IconStethoscope,
  IconSun,
  IconUserShare,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ask } from '#renderer/data/core.ts';
import { lockWindow } from '#renderer/frame/leave.ts';
import { chooseLanguage } from '#renderer/i18n/start.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useOfferedKinds } from '#renderer/pages/document/use-own-kinds.ts';
import { useViews } from '#renderer/pages/documents/use-views.ts';
import { useDocumentsRegister } from '#renderer/state/documents-register.ts';
import { useLink } from '#renderer/state/link.ts';
import { useOverlays } from '#renderer/state/overlays.ts';

export interface Doing {
  id: string;
  words: string;
  icon: React.ReactNode;
  keys?: readonly string[];
  run: () => void;
}

const icon = { size: 18, stroke: 1.6 } as const;

/** What can be done from anywhere, in the order it is offered. */
export function useActions(): Doing[] {
  const t = useWords('palette');
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const show = useOverlays((overlays) => overlays.show);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const ownKinds = useOfferedKinds();
  const create = (kind: string) => () => navigate(`/documents/new/${kind}`);
  return [
    {
      id: 'incoming',
      words: t('newIncoming'),
      icon: <IconMailDown {...icon} />,
      keys: ['C', '1'],
      run: create('incoming'),
    },
    {
      id: 'outgoing',
      words: t('newOutgoing'),
      icon: <IconMailUp {...icon} />,
      keys: ['C', '2'],
      run: create('outgoing'),
    },
    {
      id: 'internal',
      words: t('newInternal'),
      icon: <IconFileText {...icon} />,
      run: create('internal'),
    },
    {
      id: 'contract',
      words: t('newContract'),
      icon: <IconFileCertificate {...icon} />,
      keys: ['C', '3'],
      run: create('contract'),
    },
    ...ownKinds.map(({ line, name, place }) => ({
      id: line.id,
      words: t('newOwn', { kind: name }),
      icon: <IconFilePlus {...icon} />,
      run: () => void navigate(place),
    })),
    {
      id: 'party',
      words: t('newCounterparty'),
      icon: <IconBuildingPlus {...icon} />,
      run: () => navigate('/counterparties/new'),
    },
    { id: 'import', words: t('importFiles'), icon: <IconFileImport {...icon} />, run: () => show('import') },
    {
      id: 'check',
      words: t('checkLink'),
      icon: <IconRefresh {...icon} />,
      run: () => void ask('sync.now', {}).then(useLink.getState().take, console.error),
    },
    { id: 'lock', words: t('lock'), icon: <IconLock {...icon} />, keys: ['Ctrl', 'L'], run: lockWindow },
    colorScheme === 'dark'
      ? { id: 'light', words: t('light'), icon: <IconSun {...icon} />, run: () => setColorScheme('light') }
      : { id: 'dark', words: t('dark'), icon: <IconMoon {...icon} />, run: () => setColorScheme('dark') },
    {
      id: 'language',
      words: t('switchLanguage'),
      icon: <IconLanguage {...icon} />,
      run: () => void chooseLanguage(i18n.language === 'ru' ? 'en' : 'ru'),
    },
    {
      id: 'diagnostics',
      words: t('diagnostics'),
      icon: <IconStethoscope {...icon} />,
      run: () => navigate('/diagnostics'),
    },
    { id: 'keys', words: t('keyMap'), icon: <IconKeyboard {...icon} />, keys: ['?'], run: () => show('keys') },
  ];
}

/** Where one can go: sections, then the views of the register. */
export function usePlaces(): Doing[] {
  const t = useWords('palette');
  const navigate = useNavigate();
  const views = useViews();
  const go = (to: string) => () => navigate(to);
  return [
    { id: 'work', words: t('toWork'), icon: <IconInbox {...icon} />, keys: ['G', 'I'], run: go('/work') },
    {
      id: 'contracts',
      words: t('toContracts'),
      icon: <IconFileCertificate {...icon} />,
      keys: ['G', 'C'],
      run: go('/contracts'),
    },
    { id: 'agenda', words: t('toAgenda'), icon: <IconCalendarEvent {...icon} />, run: go('/contracts/agenda') },
    {
      id: 'substitutions',
      words: t('toSubstitutions'),
      icon: <IconUserShare {...icon} />,
      run: go('/substitutions'),
    },
    {
      id: 'documents',
      words: t('toDocuments'),
      icon: <IconFileText {...icon} />,
      keys: ['G', 'D'],
      run: go('/documents'),
    },
    {
      id: 'counterparties',
      words: t('toCounterparties'),
      icon: <IconBuilding {...icon} />,
      keys: ['G', 'P'],
      run: go('/counterparties'),
    },
    {
      id: 'exchange',
      words: t('toExchange'),
      icon: <IconArrowsLeftRight {...icon} />,
      keys: ['G', 'O'],
      run: go('/exchange'),
    },
    { id: 'journals', words: t('toJournals'), icon: <IconNotebook {...icon} />, run: go('/registration/journals') },
    { id: 'cases', words: t('toCases'), icon: <IconFolders {...icon} />, run: go('/registration/cases') },
    { id: 'intake', words: t('toIntake'), icon: <IconFileImport {...icon} />, run: go('/intake') },
    { id: 'table', words: t('toTable'), icon: <IconFileImport {...icon} />, run: go('/import/table') },
    { id: 'settings', words: t('toSettings'), icon: <IconSettings {...icon} />, run: go('/settings') },
    ...views.map((view) => ({
      id: `view-${view.id}`,
      words: t('view', { name: view.label }),
      icon: <IconFilter {...icon} />,
      run: () => {
        useDocumentsRegister.getState().open(view.id, view);
        navigate('/documents');
      },
    })),
  ];
}
