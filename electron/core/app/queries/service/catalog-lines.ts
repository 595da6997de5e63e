import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { balanceOf } from '#electron/core/app/queries/service/balance.ts';
import type { Published } from '#electron/core/app/queries/service/published.ts';
import { usualMinutes } from '#electron/core/app/queries/service/usual-minutes.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { LeaveBalance } from '#shared/domain/service/leave.ts';
import type { CatalogService } from '#shared/queries/service.ts';

const year = 365 * 86_400_000;

/** Services as the person at this workstation sees them in the catalog, in the order given. */
export function catalogLines(
  db: Readable,
  deps: QueryDeps,
  services: readonly Published[],
): { lines: CatalogService[]; balance: LeaveBalance | null } {
  const me = deps.userId;
  const now = deps.now();
  const asked = new Map(
    prepared(db, 'SELECT serviceId, count(*) FROM ticket WHERE requesterId = ? AND occurredAt >= ? GROUP BY serviceId')
      .raw()
      .all(me, now - year) as [string, number][],
  );
  const marked = new Set(prepared(db, 'SELECT serviceId FROM favourite WHERE ownerId = ?').pluck().all(me) as string[]);
  const balance = balanceOf(db, me, staffOf(db, deps).todayOf(me));
  const lines = services.map(({ service, definition }): CatalogService => {
    const { id, name, description, category, icon, publishedVersion } = service;
    return {
      id,
      name,
      description,
      category,
      icon,
      version: publishedVersion,
      usualMinutes: usualMinutes(db, id, now),
      asked: asked.get(id) ?? 0,
      favourite: marked.has(id),
      daysAvailable: definition.effect === 'vacation' ? (balance?.available ?? null) : null,
    };
  });
  return { lines, balance };
}
