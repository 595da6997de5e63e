import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarEvent, IconPlus, IconTemplate, IconWritingSign } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useContractColumns } from '#renderer/pages/contracts/use-contract-columns.tsx';
import { useContractViews } from '#renderer/pages/contracts/use-contract-views.ts';
import { PreviewPanel } from '#renderer/pages/documents/preview-panel.tsx';
import { contractsRegister, RegisterContext } from '#renderer/pages/documents/register.ts';
import { RegisterList } from '#renderer/pages/documents/register-list.tsx';
import { usePanels } from '#renderer/state/panels.ts';

const icon = { size: 16, stroke: 1.6 } as const;

/** The register of contracts and their amendments. */
export function ContractsPage() {
  const t = useWords('contracts');
  const navigate = useNavigate();
  const views = useContractViews();
  const preview = usePanels((panels) => panels.preview);
  const wide = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
  const columns = useContractColumns(wide || !preview);
  return (
    <RegisterContext value={contractsRegister}>
      <RegisterList
        title={t('title')}
        views={views}
        columns={columns}
        tools={
          <>
            <ActionButton
              size="xs"
              icon={<IconCalendarEvent {...icon} />}
              onClick={() => navigate('/contracts/agenda')}
            >
              {t('agenda')}
            </ActionButton>
            <ActionButton
              size="xs"
              variant="filled"
              icon={<IconPlus {...icon} />}
              onClick={() => navigate('/documents/new/contract')}
            >
              {t('create')}
            </ActionButton>
          </>
        }
        preview={(id) => <PreviewPanel id={id} />}
        nothing={<NoContracts />}
      />
    </RegisterContext>
  );
}

/** Ways to begin with contracts. */
function NoContracts() {
  const t = useWords('contracts');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('emptyTitle')}
      text={t('emptyText')}
      ways={[
        {
          title: t('create'),
          text: t('emptyCreateText'),
          icon: <IconWritingSign size={20} stroke={1.6} />,
          keys: ['C', '3'],
          onClick: () => navigate('/documents/new/contract'),
        },
        {
          title: t('emptyAmendment'),
          text: t('emptyAmendmentText'),
          icon: <IconTemplate size={20} stroke={1.6} />,
          onClick: () => navigate('/documents/new/amendment'),
        },
      ]}
    />
  );
}
