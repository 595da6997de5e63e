import { IconCloudDown, IconFileExport, IconPrinter, IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { AuthorityFits } from '#renderer/pages/signatures/authority-fits.tsx';
import { tones, verdictOf, verdictOfSigner, vouching } from '#renderer/pages/signatures/mark-of.ts';
import css from '#renderer/pages/signatures/signatures.module.css';
import type { BesideChecks, Looked } from '#renderer/pages/signatures/use-beside.ts';
import { usePrintCheck } from '#renderer/pages/signatures/use-print-check.ts';
import { type Fact, useSignatureWords } from '#renderer/pages/signatures/use-signature-words.ts';
import { useTrusted } from '#renderer/pages/signatures/use-trusted.ts';
import type { SignerReport } from '#shared/domain/signature/report.ts';
import { withoutSignatureEnding } from '#shared/formats/cms/recognise.ts';
import type { SignatureCheck } from '#shared/ipc/signature-channels.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

const icon = { size: 14, stroke: 1.6 } as const;

interface Shown {
  signature: AttachmentInfo;
  checks: BesideChecks;
  /** Powers of attorney that lie beside the same file, or beside the document as a whole. */
  authorities: readonly AttachmentInfo[];
  /** The document takes changes. */
  open: boolean;
}

/** A file of signatures: what was checked and what was not, who signed, when, with which certificate and under which power of attorney. */
export function SignatureView(props: Shown) {
  const { signature, checks } = props;
  const words = useErrorWords();
  const looked: Looked<SignatureCheck> | undefined = checks.signature(signature.id);
  if (looked?.error) return <Note tone="red" title={words(looked.error)} />;
  if (!looked?.value) return <SkeletonRows rows={6} />;
  return <CheckView {...props} check={looked.value} />;
}

function CheckView({ signature, checks, authorities, open, check }: Shown & { check: SignatureCheck }) {
  const t = useWords('signatures');
  const told = useSignatureWords();
  const errors = useErrorWords();
  const print = usePrintCheck(signature, check, checks.trusted);
  const extract = useAction(() =>
    ask('signatures.extract', { attachmentId: signature.id, name: withoutSignatureEnding(signature.name) }),
  );
  const { mark, reason } = verdictOf(check, checks.trusted);
  const { report } = check;
  const signers = report?.signers ?? [];
  const holdsFile = report?.attached === true && check.file === null;
  const failed = extract.error ?? print.error;
  return (
    <>
      <Note
        tone={tones[mark]}
        title={t(`title_${mark}`)}
        actions={
          <>
            {check.away && (
              <ActionButton size="xs" icon={<IconCloudDown {...icon} />} onClick={() => checks.fetch(signature.id)}>
                {t('fetchAndCheck')}
              </ActionButton>
            )}
            {open && holdsFile && (
              <ActionButton
                size="xs"
                icon={<IconFileExport {...icon} />}
                busy={extract.busy}
                onClick={() => void extract.run()}
              >
                {t('takeOutHere')}
              </ActionButton>
            )}
            {report && !report.problem && !check.away && (
              <ActionButton size="xs" icon={<IconPrinter {...icon} />} onClick={() => void print.run()}>
                {t('print')}
              </ActionButton>
            )}
          </>
        }
      >
        {reason && told.reason(reason)}
        {check.file && !check.file.latest && <> {t('earlierVersionText', { version: check.file.version })}</>}
        {failed && <span role="alert"> {errors(failed)}</span>}
      </Note>
      {report &&
        signers.map((signer, place) => (
          <section
            // biome-ignore lint/suspicious/noArrayIndexKey: signatures of a file never change their order
            key={place}
            className={css['card']}
            aria-label={t('signatureOf', { at: place + 1, count: signers.length })}
          >
            {signers.length > 1 && (
              <h3>
                {t('signatureOf', { at: place + 1, count: signers.length })}:{' '}
                {t(`mark_${verdictOfSigner(signer, checks.trusted).mark}`)}
              </h3>
            )}
            <div className={css['parts']}>
              <Part title={t('partSigner')} facts={signer.certificate ? told.owner(signer.certificate.owner) : []} />
              <Part title={t('partTime')} facts={told.time(signer)} />
              <Part title={t('partCertificate')} facts={told.certificate(signer)}>
                <TrustLine signer={signer} />
              </Part>
              <Part title={t('partChecked')} facts={check.away ? [] : told.checked(check, report)} />
              <section>
                <h3>{t('partUnchecked')}</h3>
                <ul>
                  {told.unproven(signer).map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              </section>
              <AuthorityFits signer={signer} authorities={authorities} checks={checks} />
            </div>
          </section>
        ))}
    </>
  );
}

export function Part(props: { title: string; facts: readonly Fact[]; children?: ReactNode }) {
  const { title, facts, children } = props;
  if (facts.length === 0) return null;
  const entries = facts.map(([caption, value]) => [caption, written(value)] as const);
  return (
    <section>
      <h3>{title}</h3>
      <KeyValues entries={entries} captionWidth={124} />
      {children}
    </section>
  );
}

/** Hashes are read by their letters. */
const written = (value: string): ReactNode =>
  /^([0-9A-F]{4} ){4,}/.test(value) ? <span className={css['mono']}>{value}</span> : value;

/** Whether the company trusts the certificate; an administrator says so here. */
function TrustLine({ signer }: { signer: SignerReport }) {
  const t = useWords('signatures');
  const errors = useErrorWords();
  const { trusted, trust, distrust, mayChange } = useTrusted();
  const { certificate, path } = signer;
  const [own, issuer] = path;
  if (!certificate || own === undefined) return null;
  const known = vouching(signer, trusted);
  const hash = known === 'issuer' ? issuer : own;
  const failed = trust.error ?? distrust.error;
  const mayAdd = mayChange && signer.verdict === 'matches' && !known;
  return (
    <p className={css['trust']}>
      {known ? <IconShieldCheck {...icon} aria-hidden="true" /> : <IconShieldOff {...icon} aria-hidden="true" />}
      <span>{t(known === 'signer' ? 'trusted' : known ? 'issuerTrusted' : 'notTrusted')}</span>
      {mayAdd && <LinkButton onClick={() => void trust.run('signer', own, certificate)}>{t('trust')}</LinkButton>}
      {mayAdd && issuer && (
        <LinkButton onClick={() => void trust.run('issuer', issuer, certificate)}>{t('trustIssuer')}</LinkButton>
      )}
      {mayChange && known && hash && (
        <LinkButton onClick={() => void distrust.run(known, hash)}>{t('distrust')}</LinkButton>
      )}
      {failed && <span role="alert"> {errors(failed)}</span>}
    </p>
  );
}
