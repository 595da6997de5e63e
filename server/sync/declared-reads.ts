import type { Prefetch } from '#server/sync/working-set.ts';
import { type EntityName, entityOf } from '#shared/domain/registry.ts';
import type { WireCommand } from '#shared/sync/command-wire.ts';

/**
 * What commands say they read, by entity and by index. It is a hint of the workstation: what it names wrongly is fetched in vain, what
 * it leaves out is asked for when a command comes to it.
 */
export function declaredReads(commands: readonly WireCommand[], users: readonly string[]): Prefetch {
  const rows = new Map<EntityName, Set<string>>(users.length > 0 ? [['employee', new Set(users)]] : []);
  const places = new Map<string, Prefetch['places'][number]>();
  for (const command of commands) {
    for (const name of Object.keys(command.baseVersions)) {
      const slash = name.indexOf('/');
      const [entity, index] = name.slice(0, slash).split('#');
      const key = name.slice(slash + 1);
      if (slash < 0 || !entity || key === '' || !entityOf(entity)) continue;
      if (index !== undefined) {
        const known = places.get(name.slice(0, slash));
        if (known) known.keys.add(key);
        else places.set(name.slice(0, slash), { entity: entity as EntityName, index, keys: new Set([key]) });
        continue;
      }
      const ids = rows.get(entity as EntityName);
      if (ids) ids.add(key);
      else rows.set(entity as EntityName, new Set([key]));
    }
  }
  return { rows, places: [...places.values()] };
}
