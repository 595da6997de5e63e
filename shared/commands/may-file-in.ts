import type { Context } from '#shared/commands/command.ts';

/** Whether the actor files papers in a branch: their own, or one they were let into. */
export const mayFileIn = ({ actor }: Context, branch: string): boolean =>
  actor === null || actor.branchAccess === null || actor.branchId === branch || actor.branchAccess.includes(branch);
