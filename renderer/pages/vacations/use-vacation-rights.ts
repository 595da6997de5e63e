import { useSession } from '#renderer/state/session.ts';

export interface VacationRights {
  userId: string;
  /** May plan for others. */
  arranges: boolean;
  /** May enter days that somebody has earned. */
  grants: boolean;
}

/** What the person may do with the schedule, as the commands see it. */
export function useVacationRights(): VacationRights {
  const user = useSession((session) => session.state?.user);
  const has = (...roles: string[]): boolean => user?.roles.some((role) => roles.includes(role)) ?? false;
  return {
    userId: user?.id ?? '',
    arranges: has('hr', 'administrator', 'manager'),
    grants: has('hr', 'administrator'),
  };
}
