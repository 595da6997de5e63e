/** How requests of a service went last year: how often it is asked for, and working minutes of half of them. */
export interface PastService {
  weight: number;
  /** Until somebody begins, and from then on until it is settled. */
  begin: number;
  work: number;
  /** Of the stages of work in their order; the rest goes to the last. */
  shares: readonly number[];
}

export const pastServices: Readonly<Record<string, PastService>> = {
  it_question: { weight: 30, begin: 35, work: 130, shares: [1] },
  certificate: { weight: 14, begin: 50, work: 140, shares: [0.7, 0.3] },
  equipment: { weight: 10, begin: 60, work: 620, shares: [0.3, 0.7] },
  access: { weight: 9, begin: 40, work: 110, shares: [1] },
  payment: { weight: 10, begin: 60, work: 210, shares: [0.6, 0.4] },
  purchase: { weight: 8, begin: 150, work: 1_250, shares: [0.35, 0.2, 0.45] },
  workplace: { weight: 8, begin: 90, work: 260, shares: [1] },
  pass: { weight: 8, begin: 30, work: 70, shares: [1] },
  copy: { weight: 6, begin: 110, work: 280, shares: [1] },
  sick_leave: { weight: 4, begin: 60, work: 420, shares: [0.4, 0.6] },
  party_check: { weight: 4, begin: 140, work: 420, shares: [0.75, 0.25] },
  contract_draft: { weight: 4, begin: 180, work: 980, shares: [0.45, 0.55] },
  trip: { weight: 3, begin: 80, work: 700, shares: [0.6, 0.4] },
  onboarding: { weight: 1, begin: 120, work: 1_500, shares: [0.8, 0.2] },
  offboarding: { weight: 1, begin: 120, work: 1_700, shares: [0.6, 0.25, 0.15] },
};
