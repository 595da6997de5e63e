import { useLink } from '#renderer/state/link.ts';
import { useSession } from '#renderer/state/session.ts';
import { useToasts } from '#renderer/state/toasts.ts';

/** Toasts stay no longer than what they tell holds: until the outbox is empty, and until somebody else is at the window. Returns the way to stop. */
export function keepToasts(): () => void {
  const stopLink = useLink.subscribe(({ status }) => {
    if (status?.link === 'online' && status.waiting === 0) useToasts.getState().settle();
  });
  const stopSession = useSession.subscribe(({ state }, before) => {
    if (state?.stage !== 'open' || state.user?.id !== before.state?.user?.id) useToasts.setState({ toasts: [] });
  });
  return () => {
    stopLink();
    stopSession();
  };
}
