import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import { nameOf } from '#electron/core/app/queries/names.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { balanceOf } from '#electron/core/app/queries/service/balance.ts';
import { definitionOf, employeeHere } from '#electron/core/app/queries/service/published.ts';
import { routePreview } from '#electron/core/app/queries/service/route-preview.ts';
import { usualMinutes } from '#electron/core/app/queries/service/usual-minutes.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { isOffered } from '#shared/commands/service/audience.ts';
import type { Form } from '#shared/domain/form/form.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** A service as it is asked for now; null when it is not here or was never published. */
export function serviceForm(
  db: Readable,
  { id, version, requesterId, values }: QueryArgs<'service.form'>,
  deps: QueryDeps,
): QueryResult<'service.form'> {
  const [service] = rowsOf(db, 'service', 'WHERE id = ?', id);
  const definition = service && definitionOf(db, id, service.publishedVersion);
  const requester = employeeHere(db, requesterId ?? deps.userId);
  if (!service || !definition || !requester) return null;
  const [policy] = definition.slaPolicyId ? rowsOf(db, 'sla_policy', 'WHERE id = ?', definition.slaPolicyId) : [];
  const { response, resolution } = policy?.targets[definition.priority] ?? { response: null, resolution: null };
  const staff = staffOf(db, deps);
  const isVacation = definition.effect === 'vacation';
  return {
    service,
    version: service.publishedVersion,
    definition,
    earlier: earlierForm(db, id, version, definition.form),
    asked: version === null ? null : definitionOf(db, id, version),
    offered: service.archivedAt === null && isOffered(definition, requester),
    route: routePreview(db, deps, staff, definition, requester, values ?? {}),
    queueName: queueName(db, definition.queueId),
    targets: { response, resolution },
    usualMinutes: usualMinutes(db, id, deps.now()),
    balance: isVacation ? balanceOf(db, requester.id, staff.todayOf(requester.id)) : null,
  };
}

/** The form of the version a draft was begun under, when it is another one than today's. */
function earlierForm(db: Readable, id: string, version: number | null, today: Form): Form | null {
  const form = version === null ? null : (definitionOf(db, id, version)?.form ?? null);
  return form && !sameValue(form, today) ? form : null;
}

export const queueName = (db: Readable, id: string | null): string | null => nameOf(db, 'queue', id);
