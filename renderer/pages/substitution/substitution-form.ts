import type { SubstitutedWork } from '#shared/domain/company/substitution.ts';

/** What stands in the fields while a substitution is being named. */
export interface SubstitutionDraft {
  employeeId: string | null;
  substituteId: string | null;
  from: string | null;
  to: string | null;
  kinds: SubstitutedWork[];
  reason: string;
}

type Fault = 'faultPerson' | 'faultSubstitute' | 'faultPeriod' | 'faultKinds';

/** Everything that keeps it from being saved, by field. */
export function faultsOf(draft: SubstitutionDraft): Partial<Record<keyof SubstitutionDraft, Fault>> {
  const faults: Partial<Record<keyof SubstitutionDraft, Fault>> = {};
  if (!draft.employeeId) faults.employeeId = 'faultPerson';
  if (!draft.substituteId || draft.substituteId === draft.employeeId) faults.substituteId = 'faultSubstitute';
  if (!draft.from || !draft.to || draft.to < draft.from) faults.to = 'faultPeriod';
  if (draft.kinds.length === 0) faults.kinds = 'faultKinds';
  return faults;
}
