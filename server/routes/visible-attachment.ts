import type { ServerContext } from '#server/plugins/context.ts';
import type { Identity } from '#server/plugins/tokens.ts';
import { personOf } from '#server/sync/people.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/**
 * The attachment row through which a file is asked for. Throws NOT_FOUND unless it exists, has this hash and stands in one of the
 * person's scopes: access is decided per object, a hash opens nothing.
 */
export async function visibleAttachment(
  context: ServerContext,
  { org, userId }: Identity,
  sha256: string,
  id: string | undefined,
): Promise<RowOf<'attachment'>> {
  if (!id) throw new Refusal('NOT_FOUND', { entity: 'attachment' });
  return context.store.read(org, async (tx) => {
    const stored = (await tx.getMany('attachment', [id])).get(id);
    const row = stored?.row as RowOf<'attachment'> | undefined;
    const { scopes } = await personOf(tx, userId);
    const visible = stored?.scopes.some((scope) => scopes.includes(scope)) ?? false;
    if (!row || !visible || row.sha256 !== sha256) throw new Refusal('NOT_FOUND', { entity: 'attachment', id });
    return row;
  });
}
