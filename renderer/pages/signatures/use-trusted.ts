import { useMemo } from 'react';
import { runCommand } from '#renderer/data/core.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { type TrustedAs, trustKey } from '#renderer/pages/signatures/mark-of.ts';
import { useSession } from '#renderer/state/session.ts';
import { everybody } from '#shared/domain/saved-view.ts';
import type { CertificateFacts } from '#shared/domain/signature/report.ts';

/** Under this name the company keeps the certificates it trusts: lists of the whole company that only administrators are heard in. */
const page = 'trusted-certificates';

/** The certificates that the company's administrators have declared trusted, and the ways to add one and to take it back. */
export function useTrusted() {
  const { data } = useQuery('view.list', { page });
  const { employeeOf } = useDirectory();
  const mayChange = useSession((session) => session.state?.user?.roles.includes('administrator') ?? false);
  const heard = useMemo(() => {
    const rows = data ?? [];
    return rows.flatMap((row) => {
      const hash = row.settings['sha256'];
      const as: TrustedAs = row.settings['as'] === 'issuer' ? 'issuer' : 'signer';
      const byAdministrator = employeeOf(row.ownerId)?.roles.includes('administrator') ?? false;
      return byAdministrator && row.audience === everybody && typeof hash === 'string'
        ? [{ id: row.id, key: trustKey(as, hash) }]
        : [];
    });
  }, [data, employeeOf]);
  const trusted = useMemo(() => new Set(heard.map((one) => one.key)), [heard]);
  const trust = useAction((as: TrustedAs, sha256: string, { owner, issuer, serial }: CertificateFacts) => {
    const name = ((as === 'issuer' ? issuer : owner).commonName ?? serial).slice(0, 100);
    return runCommand('view.save', {
      ...{ id: null, page, name, position: 0, audience: everybody },
      settings: { sha256, as },
    });
  });
  const distrust = useAction(async (as: TrustedAs, sha256: string) => {
    for (const { id, key } of heard) if (key === trustKey(as, sha256)) await runCommand('view.remove', { id });
  });
  return { trusted, trust, distrust, mayChange };
}
