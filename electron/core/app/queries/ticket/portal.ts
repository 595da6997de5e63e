import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';

type Service = Pick<RowOf<'service'>, 'id' | 'name' | 'icon' | 'category'>;
type Branch = Pick<RowOf<'branch'>, 'id' | 'city' | 'zone' | 'name'>;

/** The small tables that every ticket points at. */
export interface Portal {
  services: ReadonlyMap<string, Service>;
  queues: ReadonlyMap<string, RowOf<'queue'>>;
  branches: ReadonlyMap<string, Branch>;
  /** What a service was in a version; undefined: not on this workstation. */
  definition(serviceId: string, version: number): ServiceDefinition | undefined;
}

const keptFor = new WeakMap<Readable, Latest<Portal>>();

/** Read once per state of the tables; a definition is parsed when it is asked for. */
export function portalOf(db: Readable, deps: QueryDeps): Portal {
  const kept = keptFor.get(db) ?? new Latest<Portal>();
  keptFor.set(db, kept);
  const versions = (['service', 'service_version', 'queue', 'branch'] as const).map((entity) => deps.versions(entity));
  return kept.get(versions.join('/'), () => read(db));
}

function read(db: Readable): Portal {
  const services = prepared(db, 'SELECT id, name, icon, category FROM service').all() as Service[];
  const branches = prepared(db, 'SELECT id, city, zone, name FROM branch ORDER BY position, id').all() as Branch[];
  const texts = new Map(
    (
      prepared(db, 'SELECT serviceId, version, definition FROM service_version').raw().all() as [
        string,
        number,
        string,
      ][]
    ).map(([serviceId, version, text]) => [`${serviceId}/${version}`, text]),
  );
  const parsed = new Map<string, ServiceDefinition>();
  return {
    services: new Map(services.map((one) => [one.id, one])),
    queues: new Map(rowsOf(db, 'queue', 'ORDER BY name_key, id').map((one) => [one.id, one])),
    branches: new Map(branches.map((one) => [one.id, one])),
    definition(serviceId, version) {
      const key = `${serviceId}/${version}`;
      const text = texts.get(key);
      const known = parsed.get(key);
      if (known || text === undefined) return known;
      const made = JSON.parse(text) as ServiceDefinition;
      parsed.set(key, made);
      return made;
    },
  };
}
