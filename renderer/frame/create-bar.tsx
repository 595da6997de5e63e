import {
  IconBuildingPlus,
  IconFileCertificate,
  IconFileImport,
  IconFilePlus,
  IconFileText,
  IconMailDown,
  IconMailUp,
  IconTicket,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { CreateMenu } from '#renderer/frame/create-menu.tsx';
import { useAskRequest, useCreateFirst } from '#renderer/frame/use-create-first.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useOfferedKinds } from '#renderer/pages/document/use-own-kinds.ts';
import { useOverlays } from '#renderer/state/overlays.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** «Создать» of the top bar. */
export function CreateBar() {
  const t = useWords('frame');
  const navigate = useNavigate();
  const { open, show } = useOverlays();
  const ask = useAskRequest();
  const first = useCreateFirst();
  const ownKinds = useOfferedKinds();
  return (
    <CreateMenu
      opened={open === 'create'}
      // A choice may have opened another overlay before the menu closes: that one stays.
      onOpen={(opened) => {
        if (opened) show('create');
        else if (useOverlays.getState().open === 'create') show(null);
      }}
      onLast={first}
      choices={[
        {
          id: 'request',
          label: t('createRequest'),
          icon: <IconTicket {...icon} />,
          keys: ['C', '4'],
          onClick: ask,
        },
        {
          id: 'incoming',
          label: t('createIncoming'),
          icon: <IconMailDown {...icon} />,
          keys: ['C', '1'],
          onClick: () => navigate('/documents/new/incoming'),
        },
        {
          id: 'outgoing',
          label: t('createOutgoing'),
          icon: <IconMailUp {...icon} />,
          keys: ['C', '2'],
          onClick: () => navigate('/documents/new/outgoing'),
        },
        {
          id: 'internal',
          label: t('createInternal'),
          icon: <IconFileText {...icon} />,
          onClick: () => navigate('/documents/new/internal'),
        },
        ...ownKinds.map(({ line, name, place }) => ({
          id: line.id,
          label: name,
          icon: <IconFilePlus {...icon} />,
          onClick: () => navigate(place),
        })),
        {
          id: 'contract',
          label: t('createContract'),
          icon: <IconFileCertificate {...icon} />,
          keys: ['C', '3'],
          onClick: () => navigate('/documents/new/contract'),
        },
        {
          id: 'counterparty',
          label: t('createCounterparty'),
          icon: <IconBuildingPlus {...icon} />,
          onClick: () => navigate('/counterparties/new'),
        },
        {
          id: 'import',
          label: t('createImport'),
          icon: <IconFileImport {...icon} />,
          onClick: () => show('import'),
        },
      ]}
    />
  );
}
