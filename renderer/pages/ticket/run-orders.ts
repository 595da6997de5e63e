import { ask } from '#renderer/data/core.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';

/** A command with its arguments. */
export type Order = { [N in CommandName]: { name: N; args: ArgsOf<N> } }[CommandName];

/** Commands of different kinds as one action: all or none. */
export const runOrders = (orders: readonly Order[]) =>
  ask('command.run-many', { orders: orders.map((order) => ({ ...order })) });
