import { endRound } from '#shared/commands/approval/end.ts';
import { beginRound } from '#shared/commands/approval/submit.ts';
import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { isUnapproved } from '#shared/commands/service/reach.ts';
import { requestSteps } from '#shared/commands/service/request-steps.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';

/**
 * Sends a request that was changed to whom it now concerns: a sum that has grown asks for another step, also where nobody had to agree
 * before. Otherwise whoever asks for little first would go around the route.
 */
export function* reroute(tx: Transaction, context: Context, id: string, routeId: string | null): Reading<void> {
  if (routeId === null) return;
  const route = yield* tx.existing('approval_route', routeId);
  const paper = yield* tx.existing('document', id);
  const row = yield* tx.existing('ticket', id);
  const steps = yield* requestSteps(tx, route, paper, row.requesterId);
  const rounds = (yield* tx.list('approval', 'document', id, 500)).filter((one) => one.purpose === 'approval');
  const running = rounds.find((one) => one.state === 'running');
  // A round goes on by the version of the route that it was begun with.
  if (running && (running.routeVersion !== route.version || keysOf(running.steps) === keysOf(steps))) return;
  // What was given back is sent to whom it concerns when it is sent in again.
  if (steps.length === 0 || (!running && isUnapproved(row))) return;
  if (running) yield* endRound(tx, context, running, 'cancelled');
  const from = { id: route.id, name: route.name, version: route.version };
  const asker = { ...context, userId: row.requesterId };
  const now = yield* tx.existing('document', id);
  yield* beginRound(tx, asker, now, {
    purpose: 'approval',
    route: from,
    steps,
    note: null,
    round: rounds.length + 1,
  });
}

const keysOf = (steps: readonly RouteStep[]): string => steps.map((one) => one.key).join('/');
