import { useDirectory } from '#renderer/data/directory.tsx';
import { useSession } from '#renderer/state/session.ts';

/** What the person at the window may keep here, as the commands will say. */
export function useMayKeep(): {
  /** Opens and changes journals. */
  journals: boolean;
  /** Keeps case files and explains missing numbers. */
  cases: boolean;
  /** Whether a branch's papers, or for null the company's, are theirs to keep. */
  inBranch: (branchId: string | null) => boolean;
} {
  const user = useSession((session) => session.state?.user);
  const { employeeOf } = useDirectory();
  const person = employeeOf(user?.id);
  const access = person?.branchAccess ?? null;
  const journals = user?.roles.includes('administrator') ?? false;
  return {
    journals,
    cases: journals || (user?.roles.includes('clerk') ?? false),
    inBranch: (branchId) =>
      branchId === null || access === null || branchId === person?.branchId || access.includes(branchId),
  };
}
