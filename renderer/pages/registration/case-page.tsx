import { IconArchive, IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { Note } from '#renderer/components/note.tsx';
import { FilterRow, ListFooter } from '#renderer/components/sheet.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { CaseDialog } from '#renderer/pages/registration/case-dialog.tsx';
import { CloseCaseDialog } from '#renderer/pages/registration/close-case-dialog.tsx';
import { EntryGrid } from '#renderer/pages/registration/entry-grid.tsx';
import { Fact } from '#renderer/pages/registration/fact.tsx';
import { FactsButton } from '#renderer/pages/registration/facts-button.tsx';
import css from '#renderer/pages/registration/journals.module.css';
import { useMayKeep } from '#renderer/pages/registration/may-keep.ts';
import { RegistrationFrame } from '#renderer/pages/registration/registration-frame.tsx';
import { useCaseState, useKeptWords } from '#renderer/pages/registration/use-case-words.ts';
import { useBranchWords } from '#renderer/pages/registration/use-journal-words.ts';
import { usePanels } from '#renderer/state/panels.ts';
import type { CaseFileRow } from '#shared/domain/registration/journal.ts';

/** A case of the nomenclature: what is filed in it, and how long it is kept. */
export function CasePage() {
  const { id } = useParams();
  const t = useWords('journals');
  const navigate = useNavigate();
  const may = useMayKeep();
  const { preview } = usePanels();
  const [dialog, setDialog] = useState<'edit' | 'close' | null>(null);
  const list = useQuery('case_file.list', {});
  const files = (list.data ?? []).map(({ file }) => file);
  const file = files.find((one) => one.id === id);
  const keeps = file !== undefined && may.cases && may.inBranch(file.branchId);
  return (
    <RegistrationFrame
      tab="cases"
      tools={
        file && (
          <>
            {keeps && file.closedOn === null && (
              <ActionButton size="xs" icon={<IconArchive size={14} stroke={1.6} />} onClick={() => setDialog('close')}>
                {t('closeCase')}
              </ActionButton>
            )}
            {keeps && (
              <ActionButton size="xs" icon={<IconPencil size={14} stroke={1.6} />} onClick={() => setDialog('edit')}>
                {t('editCase')}
              </ActionButton>
            )}
            <FactsButton label={t('caseFacts')} />
          </>
        )
      }
    >
      {file && (
        <div className={css['split']}>
          <div className={css['list']}>
            <FilterRow>
              <IconButton
                label={t('backToCases')}
                onClick={() => void navigate(`/registration/cases?year=${file.year}`)}
              >
                <IconArrowLeft size={18} stroke={1.6} />
              </IconButton>
              <span className={css['name']} data-width="wide" title={file.title}>
                {file.index} {file.title}
              </span>
            </FilterRow>
            <EntryGrid
              label={t('caseDocuments')}
              place={{ caseFileId: file.id }}
              empty={<EmptyState title={t('caseDocumentsEmpty')} text={t('caseDocumentsText')} />}
              footer={({ total }) => <ListFooter start={<Fact name={t('documents')} count={total} />} />}
            />
          </div>
          {preview && <CaseFacts file={file} />}
        </div>
      )}
      {!file && list.data && (
        <div className={css['content']}>
          <Note tone="amber" title={t('caseGone')} />
        </div>
      )}
      {!list.data && <Failed error={list.error} onRetry={list.refresh} />}
      {file && dialog === 'edit' && (
        <CaseDialog file={file} files={files} year={file.year} onClose={() => setDialog(null)} />
      )}
      {file && dialog === 'close' && <CloseCaseDialog file={file} onClose={() => setDialog(null)} />}
    </RegistrationFrame>
  );
}

function CaseFacts({ file }: { file: CaseFileRow }) {
  const t = useWords('journals');
  const branchWords = useBranchWords();
  const kept = useKeptWords();
  const stateOf = useCaseState();
  return (
    <SidePanel label={t('caseFacts')} header={t('caseFacts')}>
      <PanelSection>
        <KeyValues
          entries={[
            [t('caseIndex'), file.index],
            [t('caseTitle'), file.title],
            [t('year'), file.year],
            [t('branch'), branchWords(file.branchId)],
            [t('retention'), kept(file)],
            file.article ? [t('article'), file.article] : null,
            file.openedOn ? [t('openedOn'), formatDate(file.openedOn)] : null,
            [t('caseState'), stateOf(file)],
          ]}
        />
      </PanelSection>
    </SidePanel>
  );
}
