import type { IntakeDesk } from '#electron/core/app/desks/intake/intake-desk.ts';
import type { TableDesk } from '#electron/core/app/desks/tables/table-desk.ts';
import type { ChannelPayload } from '#shared/ipc/contract.ts';
import type { IntakeReplies } from '#shared/ipc/intake-channels.ts';

type Handlers = {
  [C in keyof IntakeReplies]: (payload: ChannelPayload<C>) => IntakeReplies[C] | Promise<IntakeReplies[C]>;
};

/** What windows ask about papers on their way in. */
export const intakeHandlers = (tables: TableDesk, intake: IntakeDesk): Handlers => ({
  'table.open': (given) => tables.open(given),
  'table.check': (given) => tables.check(given),
  'table.run': (given) => tables.run(given),
  'table.cancel': () => {
    tables.cancel();
    return null;
  },
  'table.undo': (given) => tables.undo(given),
  'intake.list': () => intake.list(),
  'intake.open': (given) => intake.open(given),
  'intake.add': (given) => intake.add(given),
  'intake.take': (given) => intake.take(given),
  'intake.put-aside': (given) => intake.putAside(given),
  'intake.folders': () => intake.folders(),
  'intake.save-folders': (given) => intake.saveFolders(given),
});
