import { useMemo } from 'react';
import { runCommand } from '#renderer/data/core.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
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
      const byAdministrator = employeeOf(row.ownerId)?.roles.includes('administrator') ?? false;
      return byAdministrator && row.audience === everybody && typeof hash === 'string' ? [{ id: row.id, hash }] : [];
    });
  }, [data, employeeOf]);
  const trusted = useMemo(() => new Set(heard.map((one) => one.hash)), [heard]);
  const trust = useAction((sha256: string, { owner, serial }: CertificateFacts) => {
    const name = (owner.commonName ?? serial).slice(0, 100);
    return runCommand('view.save', {
      ...{ id: null, page, name, position: 0, audience: everybody },
      settings: { sha256, serial },
    });
  });
  const distrust = useAction(async (sha256: string) => {
    for (const { id, hash } of heard) if (hash === sha256) await runCommand('view.remove', { id });
  });
  return { trusted, trust, distrust, mayChange };
}
