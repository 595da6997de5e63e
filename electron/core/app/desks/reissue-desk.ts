import { randomBytes } from 'node:crypto';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { reissue } from '#electron/core/store/reissue.ts';
import type { ChannelPayload, ChannelReply } from '#shared/ipc/contract.ts';
import { commandId } from '#shared/lib/ids.ts';

/** Refused changes of the person at the workstation, entered again as one action. Throws the Refusal of the first that does not run. */
export function reissueHere(
  workplace: Workplace,
  given: ChannelPayload<'outbox.reissue'>,
  changed: (rows: ChangedRows) => void,
): ChannelReply<'outbox.reissue'> {
  const now = Date.now();
  let time = now - (readMeta(workplace.db, 'clockAhead') ?? 0);
  const newId = () => {
    time += 1;
    return commandId(time, randomBytes(10));
  };
  const { ns, mended, instead } = given;
  const args = new Map(mended.map((one) => [one.n, one.args]));
  const entered = reissue(workplace.db, { ns, args, instead }, workplace.here, { now, newId });
  changed(entered.changed);
  workplace.link?.client.entered();
  return entered.done.map(({ n, id }) => ({ n, id }));
}
