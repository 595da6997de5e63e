import { useTranslation } from 'react-i18next';
import { runQuery } from '#renderer/data/core.ts';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { contractPrintOf } from '#renderer/pages/contract/contract-print-of.ts';
import { printPaper } from '#renderer/pages/contract/print-paper.ts';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import { useCustomWords } from '#renderer/pages/document/use-custom-words.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { useSession } from '#renderer/state/session.ts';
import { contractPrintForm } from '#shared/formats/print/contract-print-form.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

/** Prints the card of a contract with its sheet of approval: reads what stands now, makes one page of it, opens the system's print. */
export function usePrintContract(documentId: string) {
  const html = useContractPaper(documentId);
  return useAction(async () => {
    const paper = await html();
    if (paper) await printPaper(paper);
  });
}

/** The page that goes to paper; null when the contract is not here. */
function useContractPaper(documentId: string): () => Promise<string | null> {
  const t = useWords('contract');
  const values = useWords('values');
  const status = useWords('status');
  const kindOf = useKindWords();
  const words = useContractWords();
  const custom = useCustomWords();
  const clock = useClock();
  const { i18n } = useTranslation();
  const { organization, branchOf } = useDirectory();
  const printedBy = useSession((session) => session.state?.user?.fullName ?? '');

  const title = ({ document: { kind, contractType } }: DocumentCard): string =>
    kind === 'amendment'
      ? values('amendmentTitle')
      : contractType
        ? values(`${contractType}Title`)
        : values('plainTitle');

  return async () => {
    const [card, facts, approval] = await Promise.all([
      runQuery('document.card', { id: documentId }),
      runQuery('contract.card', { id: documentId }),
      runQuery('approval.view', { documentId }),
    ]);
    if (!card || !facts) return null;
    const { document } = card;
    const party = document.counterpartyId ? await runQuery('counterparty.card', { id: document.counterpartyId }) : null;
    const stage = facts.stages.find((one) => one.state === 'current')?.stage;
    const rows = {
      ...{ card, facts, party, organization, round: approval?.current ?? null },
      branch: branchOf(document.branchId)?.name ?? '',
    };
    return contractPrintForm(
      contractPrintOf(rows, {
        language: i18n.language === 'en' ? 'en' : 'ru',
        printedBy,
        printedAt: clock.moment(Date.now()),
        title: title(card),
        stage: stage ? t(`stage_${stage}`) : status(`state_${document.state}`),
        partyName: partyTitle,
        keyDate: words.keyDate,
        related: (one) => `${kindOf(one)} ${values('quoted', { text: one.subject })}`,
        custom,
        moment: clock.moment,
      }),
    );
  };
}
