import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import { isOffered } from '#shared/commands/service/audience.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';

/** A service with what is in force of it. */
export interface Published {
  service: RowOf<'service'>;
  definition: ServiceDefinition;
}

const keptFor = new WeakMap<Readable, Latest<Published[]>>();

/** Every living published service, in the company's order; read once per version of the catalog. */
function publishedServices(db: Readable, deps: QueryDeps): readonly Published[] {
  const kept = keptFor.get(db) ?? new Latest<Published[]>();
  keptFor.set(db, kept);
  return kept.get(`${deps.versions('service')}/${deps.versions('service_version')}`, () => {
    const services = rowsOf(
      db,
      'service',
      'WHERE archivedAt IS NULL AND publishedVersion > 0 ORDER BY position, name_key, id',
    );
    return services.flatMap((service) => {
      const definition = definitionOf(db, service.id, service.publishedVersion);
      return definition ? [{ service, definition }] : [];
    });
  });
}

/** What was published under a version; null: it is not on this workstation. */
export function definitionOf(db: Readable, serviceId: string, version: number): ServiceDefinition | null {
  const [found] = rowsOf(db, 'service_version', 'WHERE serviceId = ? AND version = ? LIMIT 1', serviceId, version);
  return found?.definition ?? null;
}

/** What a person may ask for. */
export function offeredTo(db: Readable, deps: QueryDeps, person: RowOf<'employee'>): Published[] {
  return publishedServices(db, deps).filter(({ definition }) => isOffered(definition, person));
}

export const employeeHere = (db: Readable, id: string): RowOf<'employee'> | null =>
  rowsOf(db, 'employee', 'WHERE id = ?', id)[0] ?? null;
