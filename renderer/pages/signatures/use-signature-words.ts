import { useMemo } from 'react';
import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import type { MarkReason } from '#renderer/pages/signatures/mark-of.ts';
import { grouped, maskedSnils, signerName } from '#renderer/pages/signatures/signer-name.ts';
import type { CertificateName, SignatureReport, SignerReport } from '#shared/domain/signature/report.ts';
import type { SignatureCheck } from '#shared/ipc/signature-channels.ts';

export type Fact = readonly [caption: string, value: string];

/** Parts of a check in words, each a list of captions and values; the same on the window and on paper. */
export function useSignatureWords() {
  const t = useWords('signatures');
  const clock = useClock();
  const formats = useFormats();
  return useMemo(() => {
    const given = (facts: readonly (Fact | null)[]): Fact[] => facts.filter((one) => one !== null);
    const fact = (caption: string, value: string | null | undefined): Fact | null => (value ? [caption, value] : null);

    const owner = (name: CertificateName): Fact[] =>
      given([
        fact(t('signer'), signerName(name)),
        fact(t('position'), name.title),
        fact(t('organization'), name.organization),
        fact(t('inn'), name.inn),
        fact(t('organizationInn'), name.organizationInn),
        fact(t('ogrn'), name.ogrn),
        fact(t('ogrnip'), name.ogrnip),
        fact(t('snils'), name.snils && maskedSnils(name.snils)),
      ]);

    const time = (signer: SignerReport): Fact[] => {
      const said = signer.signedAt === null ? t('timeUnknown') : t('timeSaid', { time: clock.moment(signer.signedAt) });
      return [
        [t('signedAt'), said],
        [t('timeStamp'), t(signer.hasTimeStamp ? 'timeStampUnchecked' : 'timeStampNone')],
      ];
    };

    const certificate = ({ certificate: facts, key, path }: SignerReport): Fact[] =>
      facts === null
        ? []
        : given([
            fact(t('issuer'), facts.issuer.commonName ?? facts.issuer.organization),
            fact(t('serial'), facts.serial.toUpperCase()),
            fact(
              t('term'),
              t('fromTo', {
                from: formatDate(clock.date(facts.notBefore)),
                to: formatDate(clock.date(facts.notAfter)),
              }),
            ),
            fact(t('algorithm'), key && t(`key_${key}`)),
            fact(t('thumbprint'), path[0] && grouped(path[0])),
            fact(t('issuerThumbprint'), path[1] && grouped(path[1])),
          ]);

    const checked = ({ file, checkedAt }: SignatureCheck, { checked: bytes, attached }: SignatureReport): Fact[] =>
      given([
        fact(
          t('file'),
          file ? t('fileVersion', { name: file.name, version: file.version }) : attached ? t('fileInside') : null,
        ),
        fact(t('size'), bytes && formats.size(bytes.size)),
        fact(t('hash'), bytes && grouped(bytes.sha256)),
        fact(t('checkedAt'), clock.moment(checkedAt)),
      ]);

    const unproven = (signer: SignerReport): string[] => [
      t('notChain'),
      t('notRevoked'),
      ...(signer.hasTimeStamp ? [t('notTimeStamp')] : []),
    ];

    const reason = (why: MarkReason): string => t(`reason_${why}`);
    return { owner, time, certificate, checked, unproven, reason };
  }, [t, clock, formats]);
}
