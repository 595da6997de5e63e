import { IconCloudDown } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { fitGlyphs } from '#renderer/pages/signatures/authority-fits.tsx';
import { Part } from '#renderer/pages/signatures/signature-view.tsx';
import css from '#renderer/pages/signatures/signatures.module.css';
import { maskedSnils, signerName } from '#renderer/pages/signatures/signer-name.ts';
import type { BesideChecks } from '#renderer/pages/signatures/use-beside.ts';
import type { Fact } from '#renderer/pages/signatures/use-signature-words.ts';
import type { Authority, AuthorityFile, AuthorityParty } from '#shared/domain/signature/authority.ts';
import { fitsSigner } from '#shared/formats/authority/fits-signer.ts';
import { authorityState } from '#shared/formats/authority/read-authority.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** A machine-readable power of attorney: whose, to whom, what for and until when, and which of the signers here it was given to. */
export function AuthorityView(props: {
  authority: AttachmentInfo;
  signatures: readonly AttachmentInfo[];
  checks: BesideChecks;
}) {
  const { authority, signatures, checks } = props;
  const t = useWords('signatures');
  const words = useErrorWords();
  const looked = checks.authority(authority.id);
  if (looked?.error) return <Note tone="red" title={words(looked.error)} />;
  if (!looked?.value) return <SkeletonRows rows={6} />;
  const { away, file } = looked.value;
  if (away || !file)
    return (
      <Note
        tone="ink"
        title={t('reason_SIGNATURE_AWAY')}
        actions={
          <ActionButton
            size="xs"
            icon={<IconCloudDown size={14} stroke={1.6} />}
            onClick={() => checks.fetch(authority.id)}
          >
            {t('fetchAndRead')}
          </ActionButton>
        }
      />
    );
  return (
    <>
      <Problems file={file} />
      {file.authority && <AuthorityCard authority={file.authority} signatures={signatures} checks={checks} />}
    </>
  );
}

function Problems({ file }: { file: AuthorityFile }) {
  const t = useWords('signatures');
  const clock = useClock();
  const state = file.authority && authorityState(file.authority, clock.today());
  const tone = !file.authority ? 'red' : state === 'in-force' && file.problems.length === 0 ? 'green' : 'amber';
  return (
    <Note tone={tone} title={t(state ? `authority_${state}` : 'authorityUnreadable')}>
      {file.problems.map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file that was read never changes
        <p key={place}>{t(`problem_${one.code}`, { value: one.params['value'] ?? '' })}</p>
      ))}
      {file.authority && t('authorityUnproven')}
    </Note>
  );
}

function AuthorityCard(props: { authority: Authority; signatures: readonly AttachmentInfo[]; checks: BesideChecks }) {
  const { authority, signatures, checks } = props;
  const t = useWords('signatures');
  const date = (day: string | null): string => (day ? formatDate(day) : t('dayUnknown'));
  const facts: (Fact | null)[] = [
    authority.innerNumber ? [t('innerNumber'), authority.innerNumber] : null,
    [t('number'), authority.number],
    authority.underNumber ? [t('underNumber'), authority.underNumber] : null,
    [t('term'), t('fromTo', { from: date(authority.issuedOn), to: date(authority.expiresOn) })],
    authority.register ? [t('register'), authority.register] : null,
  ];
  const signers = signatures.flatMap(({ id }) =>
    (checks.signature(id)?.value?.report?.signers ?? []).flatMap(({ certificate, verdict }) =>
      certificate && verdict === 'matches' ? [certificate] : [],
    ),
  );
  return (
    <section className={css['card']} aria-label={t('authority')}>
      <div className={css['parts']}>
        <Part title={t('authority')} facts={facts.filter((one) => one !== null)} />
        <Party title={t('principal')} parties={authority.principals} />
        <Party title={t('head')} parties={authority.heads} />
        <Party title={t('representative')} parties={authority.representatives} />
        <section>
          <h3>{t('powers')}</h3>
          <ul className={css['powers']}>
            {authority.powers.map(({ code, name }) => (
              <li key={`${code}-${name}`}>
                {code && <b>{code}</b>} {name}
              </li>
            ))}
          </ul>
        </section>
        {signers.length > 0 && (
          <section>
            <h3>{t('signersHere')}</h3>
            <ul className={css['powers']}>
              {signers.map(({ serial, owner }) => {
                const fit = fitsSigner(authority, owner);
                return (
                  <li key={serial} className={css['fit']}>
                    <StatusGlyph status={fitGlyphs[fit]} />
                    <span>
                      {signerName(owner)}: {t(`${fit}Given`)}
                    </span>
                  </li>
                );
              })}
            </ul>
          </section>
        )}
      </div>
    </section>
  );
}

function Party({ title, parties }: { title: string; parties: readonly AuthorityParty[] }) {
  const t = useWords('signatures');
  const facts = parties.flatMap((party): Fact[] =>
    (
      [
        [t('organization'), party.organization],
        [t('person'), party.person],
        [t('position'), party.position],
        [t('inn'), party.inn],
        [t('kpp'), party.kpp],
        [t(party.kind === 'entrepreneur' ? 'ogrnip' : 'ogrn'), party.ogrn],
        [t('snils'), party.snils && maskedSnils(party.snils)],
      ] as const
    ).flatMap(([caption, value]): Fact[] => (value ? [[caption, value]] : [])),
  );
  return <Part title={title} facts={facts} />;
}
