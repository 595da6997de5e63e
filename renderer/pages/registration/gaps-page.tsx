import { useSearchParams } from 'react-router';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { GapRegister } from '#renderer/pages/registration/gap-register.tsx';
import { RegistrationFrame } from '#renderer/pages/registration/registration-frame.tsx';

/** The register of gaps: which numbers of a journal no document has, and why. Journal and period stand in the address. */
export function GapsPage() {
  const t = useWords('journals');
  const [params] = useSearchParams();
  const list = useQuery('journal.list', {});
  const open = useQuery('journal.unexplained', {}).data ?? [];
  const lines = list.data ?? [];
  // Without a choice: where something is to be explained, or else the first journal with numbers.
  const line =
    lines.find(({ journal }) => journal.id === params.get('journal')) ??
    lines.find(({ journal }) => journal.id === open[0]?.journalId) ??
    lines.find(({ last }) => last !== null) ??
    lines[0];
  if (line) return <GapRegister line={line} lines={lines} open={open} />;
  return (
    <RegistrationFrame tab="gaps">
      {list.data ? (
        <EmptyState title={t('noJournals')} text={t('noJournalsText')} />
      ) : (
        <Failed error={list.error} onRetry={list.refresh} />
      )}
    </RegistrationFrame>
  );
}
