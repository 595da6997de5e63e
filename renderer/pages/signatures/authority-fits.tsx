import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/signatures/signatures.module.css';
import type { BesideChecks } from '#renderer/pages/signatures/use-beside.ts';
import type { Authority } from '#shared/domain/signature/authority.ts';
import type { SignerReport } from '#shared/domain/signature/report.ts';
import { type AuthorityFit, fitsSigner } from '#shared/formats/authority/fits-signer.ts';
import { authorityState } from '#shared/formats/authority/read-authority.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

export const fitGlyphs = { fits: 'done', other: 'refused', unknown: 'draft' } as const satisfies Record<
  AuthorityFit,
  string
>;

/** Whether the powers of attorney that lie here were given to this signer, and were in force when they signed. */
export function AuthorityFits(props: {
  signer: SignerReport;
  authorities: readonly AttachmentInfo[];
  checks: BesideChecks;
}) {
  const { signer, authorities, checks } = props;
  const t = useWords('signatures');
  const { certificate } = signer;
  const read = authorities.flatMap((one) => {
    const authority = checks.authority(one.id)?.value?.file?.authority;
    return authority ? [{ id: one.id, authority }] : [];
  });
  if (!certificate) return null;
  return (
    <section>
      <h3>{t('partAuthority')}</h3>
      {read.length === 0 && <p>{t('authorityNone')}</p>}
      <ul className={css['powers']}>
        {read.map(({ id, authority }) => {
          const fit = fitsSigner(authority, certificate.owner);
          return (
            <li key={id} className={css['fit']}>
              <StatusGlyph status={fitGlyphs[fit]} />
              <span>
                {t(`${fit}Fit`, { number: numberOf(authority) })}{' '}
                {fit === 'fits' && <TermWords authority={authority} at={signer.signedAt} />}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** In force at the time of signing, or today when the signature tells no time. */
function TermWords({ authority, at }: { authority: Authority; at: number | null }) {
  const t = useWords('signatures');
  const clock = useClock();
  return <>{t(`termThen_${authorityState(authority, at === null ? clock.today() : clock.date(at))}`)}</>;
}

export const numberOf = ({ innerNumber, number }: Authority): string => innerNumber ?? number;
