import type { Session } from '#electron/core/app/session.ts';
import type { RecoveryDesk } from '#electron/core/recovery/desk.ts';
import type { ChannelPayload, ChannelReply } from '#shared/ipc/contract.ts';
import type { HostChannel, recoveryChannels } from '#shared/ipc/recovery-channels.ts';

type Own = Exclude<keyof typeof recoveryChannels, HostChannel>;
type Handlers = { [C in Own]: (payload: ChannelPayload<C>) => ChannelReply<C> | Promise<ChannelReply<C>> };

/** What the writing thread answers while the data cannot be opened, and what is asked of the rescue afterwards. */
export const recoveryHandlers = (desk: RecoveryDesk, session: Session): Handlers => ({
  'recovery.inspect': () => desk.inspect(),
  'recovery.rescue': () => desk.rescue(),
  'recovery.download': ({ login, password }) => desk.download(login, password),
  'recovery.settings': () => desk.mend(),
  'recovery.retry': () => ({ open: session.retry() }),
  'recovery.reports': () => desk.reports(),
  'recovery.check': () => desk.check(),
  'recovery.anew': () => desk.anew(),
  'recovery.key': () => desk.key(),
  'recovery.confirm-key': (given) => desk.confirmKey(given),
  'recovery.later-key': () => desk.later(),
  'recovery.aside': () => desk.aside(),
  'recovery.found-key': (given) => desk.foundKey(given),
  'diagnostics.preview': () => desk.preview(),
  'diagnostics.make': () => desk.bundle(),
});
