import { useMantineColorScheme } from '@mantine/core';
import {
  IconBuilding,
  IconChartBar,
  IconFileCertificate,
  IconFileText,
  IconInbox,
  IconRubberStamp,
  IconSettings,
  IconTicket,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { hostInfo } from '#renderer/api.ts';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { useDirectory, useMinute } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { CreateBar } from '#renderer/frame/create-bar.tsx';
import { DropArea } from '#renderer/frame/drop-area.tsx';
import { FrameLayout } from '#renderer/frame/frame-layout.tsx';
import { KeyMap } from '#renderer/frame/key-map.tsx';
import { lockWindow, signOut } from '#renderer/frame/leave.ts';
import { LinkBar } from '#renderer/frame/link-bar.tsx';
import { NoticeWatch } from '#renderer/frame/notice-watch.tsx';
import { Palette } from '#renderer/frame/palette.tsx';
import { Rail } from '#renderer/frame/rail.tsx';
import { ToastArea } from '#renderer/frame/toast-area.tsx';
import { TopBar } from '#renderer/frame/top-bar.tsx';
import { useExchangeAlerts } from '#renderer/frame/use-exchange-alerts.tsx';
import { useFrameKeys } from '#renderer/frame/use-frame-keys.ts';
import { useHistoryEnds } from '#renderer/frame/use-history.ts';
import { useNarrow } from '#renderer/frame/use-narrow.ts';
import { UserMenu } from '#renderer/frame/user-menu.tsx';
import { offsetAt, zoneLabel } from '#renderer/i18n/format/dates.ts';
import { chooseLanguage } from '#renderer/i18n/start.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { PrintRoom } from '#renderer/pages/print/print-room-door.tsx';
import { useOverlays } from '#renderer/state/overlays.ts';
import { usePanels } from '#renderer/state/panels.ts';
import { usePlace } from '#renderer/state/place.ts';
import { useSession } from '#renderer/state/session.ts';
import { useToasts } from '#renderer/state/toasts.ts';

const icon = { size: 18, stroke: 1.6 } as const;

/** The frame around every page. */
export function WindowFrame() {
  const t = useWords('frame');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { railFolded, foldRail } = usePanels();
  const overlays = useOverlays();
  const { toasts, close } = useToasts();
  const ends = useHistoryEnds();
  // Comparing is reading: the text has the whole width, whatever was chosen.
  const folded = useNarrow() || railFolded || /^\/documents\/[^/]+\/compare\//.test(pathname);
  const user = useSession((session) => session.state?.user);
  const counts = useQuery('work.counts', {}).data;
  const desks = useQuery('queue.counts', {}).data;
  const portal = desks ? desks.desk + desks.waitsForMe : undefined;
  const section = usePlace((place) => place.section);
  const items = [
    { id: 'work', label: t('work'), icon: <IconInbox {...icon} />, href: '#/work', ...waiting(counts?.total) },
    { id: 'documents', label: t('documents'), icon: <IconFileText {...icon} />, href: '#/documents' },
    {
      id: 'registration',
      label: t('registration'),
      icon: <IconRubberStamp {...icon} />,
      href: '#/registration',
    },
    {
      id: 'contracts',
      label: t('contracts'),
      icon: <IconFileCertificate {...icon} />,
      href: '#/contracts',
      ...waiting(counts?.contracts),
    },
    { id: 'tickets', label: t('tickets'), icon: <IconTicket {...icon} />, href: '#/tickets', ...waiting(portal) },
    { id: 'counterparties', label: t('counterparties'), icon: <IconBuilding {...icon} />, href: '#/counterparties' },
    { id: 'reports', label: t('reports'), icon: <IconChartBar {...icon} />, href: '#/reports' },
    ...(user?.roles.some((role) => role === 'administrator' || role === 'hr' || role === 'it')
      ? [{ id: 'admin', label: t('admin'), icon: <IconSettings {...icon} />, href: '#/admin' }]
      : []),
  ];
  const alerts = useExchangeAlerts();
  useFrameKeys(items.map((item) => `/${item.id}`));
  return (
    <FrameLayout
      page={pathname}
      top={
        <TopBar
          folded={folded}
          {...ends}
          onBack={() => navigate(-1)}
          onForward={() => navigate(1)}
          onSearch={() => overlays.show('palette')}
          windowButtons={hostInfo().kind === 'electron'}
        >
          <CreateBar />
          <Person />
        </TopBar>
      }
      rail={
        <Rail
          items={items}
          active={section ?? items.find((item) => pathname.startsWith(`/${item.id}`))?.id ?? null}
          folded={folded}
          alerts={alerts}
          onGo={(item) => navigate(item.href.slice(1))}
          onFold={foldRail}
        />
      }
      status={<LinkBar />}
      over={
        <>
          <ToastArea toasts={toasts} onClose={close} />
          <DropArea />
        </>
      }
    >
      <ErrorBoundary place="PAGE" of={pathname}>
        <Outlet />
      </ErrorBoundary>
      <Palette />
      <NoticeWatch />
      <PrintRoom />
      <KeyMap opened={overlays.open === 'keys'} onClose={() => overlays.show(null)} />
    </FrameLayout>
  );
}

/** A count is shown only where something waits. */
const waiting = (count: number | undefined): { count?: number } => (count ? { count } : {});

function Person() {
  const t = useWords('frame');
  const common = useWords('common');
  const { i18n } = useTranslation();
  const now = useMinute();
  const { own } = useDirectory();
  const user = useSession((session) => session.state?.user);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const show = useOverlays((overlays) => overlays.show);
  const navigate = useNavigate();
  if (!user) return null;
  const place = own
    ? t('place', { city: own.city, zone: zoneLabel(offsetAt(own.offsets, now), common('moscow')) })
    : '';
  return (
    <UserMenu
      id={user.id}
      name={user.fullName}
      place={place}
      scheme={colorScheme}
      language={i18n.language === 'en' ? 'en' : 'ru'}
      onScheme={setColorScheme}
      onLanguage={(language) => void chooseLanguage(language)}
      onKeys={() => show('keys')}
      onSettings={() => navigate('/settings')}
      onLock={lockWindow}
      onSignOut={signOut}
    />
  );
}
