import { ask } from '#renderer/data/core.ts';
import { useSession } from '#renderer/state/session.ts';

/** Hides the work until the person shows the password. */
export function lockWindow(): void {
  ask('session.lock', {}).then(useSession.getState().take, console.error);
}

/** Ends the session; the data and the outbox stay. */
export function signOut(): void {
  ask('session.logout', {}).then(useSession.getState().take, console.error);
}
