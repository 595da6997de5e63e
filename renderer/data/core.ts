import { call } from '#renderer/api.ts';
import { CoreError } from '#renderer/data/core-error.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';
import type { ChannelName, ChannelPayload, ChannelReply, CommandReply } from '#shared/ipc/contract.ts';
import type { QueryArgs, QueryName, QueryResult } from '#shared/queries/registry.ts';

/** Asks a channel of the core; throws CoreError when it refuses. */
export async function ask<C extends ChannelName>(channel: C, payload: ChannelPayload<C>): Promise<ChannelReply<C>> {
  const reply = await call(channel, payload);
  if (!reply.ok) throw new CoreError(reply.error);
  return reply.value as ChannelReply<C>;
}

/** Reads rows of this workstation. */
export async function runQuery<N extends QueryName>(name: N, args: QueryArgs<N>): Promise<QueryResult<N>> {
  return (await ask('query.run', { name, args })) as QueryResult<N>;
}

/** Issues a command; it is decided and saved here before the promise resolves. */
export async function runCommand<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<CommandReply<N>> {
  return (await ask('command.run', { name, args })) as CommandReply<N>;
}

/** Issues several commands as one action: all or none. */
export function runCommands<N extends CommandName>(
  orders: readonly { name: N; args: ArgsOf<N> }[],
): Promise<CommandReply[]> {
  return ask('command.run-many', { orders: orders.map((order) => ({ ...order })) });
}
