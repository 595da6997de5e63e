import { useTranslation } from 'react-i18next';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { printPaper } from '#renderer/pages/contract/print-paper.ts';
import { type Trusted, verdictOfSigner } from '#renderer/pages/signatures/mark-of.ts';
import { type Fact, useSignatureWords } from '#renderer/pages/signatures/use-signature-words.ts';
import { ticketPaper } from '#renderer/pages/ticket/ticket-paper.ts';
import { useSession } from '#renderer/state/session.ts';
import type { SignatureCheck } from '#shared/ipc/signature-channels.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** Prints the protocol of a check: what was found of each signature, and what nobody here has checked. */
export function usePrintCheck(signature: AttachmentInfo, check: SignatureCheck, trusted: Trusted) {
  const t = useWords('signatures');
  const told = useSignatureWords();
  const clock = useClock();
  const { organization } = useDirectory();
  const { i18n } = useTranslation();
  const user = useSession((session) => session.state?.user?.fullName ?? '');
  return useAction(async () => {
    const { report } = check;
    if (!report) return;
    const signers = report.signers.flatMap((signer, place): Fact[] => {
      const { mark, reason } = verdictOfSigner(signer, trusted);
      const outcome = [t(`title_${mark}`), reason && told.reason(reason)].filter(Boolean).join('. ');
      return [
        [t('signatureOf', { at: place + 1, count: report.signers.length }), outcome],
        ...(signer.certificate ? told.owner(signer.certificate.owner) : []),
        ...told.time(signer),
        ...told.certificate(signer),
        [t('partUnchecked'), told.unproven(signer).join('\n')],
      ];
    });
    await printPaper(
      ticketPaper({
        language: i18n.language === 'en' ? 'en' : 'ru',
        organization: organization?.fullName || organization?.name || '',
        title: t('paperTitle'),
        subject: signature.name,
        facts: told.checked(check, report),
        values: signers,
        courseTitle: '',
        course: [],
        foot: t('paperFoot', { time: clock.moment(Date.now()), name: user }),
      }),
    );
  });
}
