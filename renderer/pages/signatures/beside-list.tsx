import { IconFileCertificate, IconShield, IconShieldCheck, IconShieldQuestion, IconShieldX } from '@tabler/icons-react';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { VersionedFile } from '#renderer/pages/files/file-groups.ts';
import type { FileActions } from '#renderer/pages/files/file-parts.tsx';
import { type Mark, tones, verdictOf } from '#renderer/pages/signatures/mark-of.ts';
import css from '#renderer/pages/signatures/signatures.module.css';
import { signerName } from '#renderer/pages/signatures/signer-name.ts';
import type { BesideChecks } from '#renderer/pages/signatures/use-beside.ts';

/** Signatures and powers of attorney under the file they lie beside: who signed, and what that is worth. */
export function BesideList(props: {
  file: VersionedFile;
  besides: readonly VersionedFile[];
  shown: string | undefined;
  checks: BesideChecks;
  actions: FileActions;
}) {
  const t = useWords('signatures');
  if (props.besides.length === 0) return null;
  return (
    <ul className={css['besides']} aria-label={t('besidesOf', { name: props.file.newest.name })}>
      {props.besides.map((beside) => (
        <li key={beside.group} className={css['beside']} data-chosen={beside.newest.id === props.shown || undefined}>
          <button
            type="button"
            id={`file-${beside.newest.id}`}
            className={css['line']}
            aria-pressed={beside.newest.id === props.shown}
            onClick={() => props.actions.onChoose(beside.newest)}
            onKeyDown={(event) => {
              if (event.key === 'Delete') props.actions.onRemove?.(beside);
            }}
          >
            {beside.purpose === 'authority' ? (
              <AuthorityWords beside={beside} checks={props.checks} />
            ) : (
              <SignatureWords beside={beside} file={props.file} checks={props.checks} />
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

function SignatureWords(props: { beside: VersionedFile; file: VersionedFile; checks: BesideChecks }) {
  const { beside, file, checks } = props;
  const t = useWords('signatures');
  const clock = useClock();
  const looked = checks.signature(beside.newest.id);
  const check = looked?.value;
  const verdict = check ? verdictOf(check, checks.trusted) : null;
  const mark: Mark = verdict?.mark ?? 'unchecked';
  const isExpired = verdict?.reason === 'EXPIRED' || verdict?.reason === 'OUT_OF_TERM';
  const signers = check?.report?.signers ?? [];
  const names = signers.flatMap(({ certificate }) => (certificate ? [signerName(certificate.owner)] : []));
  const at = signers[0]?.signedAt ?? null;
  const version = file.versions.find((one) => one.id === beside.newest.ofId)?.version;
  return (
    <>
      <MarkGlyph mark={mark} />
      <span className={css['words']}>
        <span className={css['name']} title={beside.newest.name}>
          {names.join(', ') || beside.newest.name}
        </span>
        <span className={css['mark']} data-tone={tones[mark]}>
          {!looked ? t('checking') : isExpired ? t('markExpired') : t(`mark_${mark}`)}
          {at !== null && <span className={css['quiet']}> · {clock.moment(at)}</span>}
        </span>
        {check?.file && !check.file.latest && (
          <span className={css['stale']}>{t('earlierVersion', { version: version ?? check.file.version })}</span>
        )}
      </span>
    </>
  );
}

const glyphs = { valid: IconShieldCheck, untrusted: IconShieldQuestion, unfit: IconShieldX, unchecked: IconShield };

/** A shield; its word stands beside it. */
function MarkGlyph({ mark }: { mark: Mark }) {
  const Glyph = glyphs[mark];
  return <Glyph size={16} stroke={1.6} className={css['glyph']} data-tone={tones[mark]} aria-hidden="true" />;
}

function AuthorityWords({ beside, checks }: { beside: VersionedFile; checks: BesideChecks }) {
  const t = useWords('signatures');
  const authority = checks.authority(beside.newest.id)?.value?.file?.authority;
  const people = authority?.representatives.map((one) => one.person ?? one.organization ?? '').filter(Boolean) ?? [];
  return (
    <>
      <IconFileCertificate size={16} stroke={1.6} className={css['icon']} aria-hidden="true" />
      <span className={css['words']}>
        <span className={css['name']} title={beside.newest.name}>
          {people.length > 0 ? t('authorityOf', { name: people.join(', ') }) : beside.newest.name}
        </span>
        <span className={css['quiet']}>{authority?.innerNumber ?? authority?.number ?? t('authority')}</span>
      </span>
    </>
  );
}
