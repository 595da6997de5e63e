interface Grant {
  employeeId: string;
  from: string;
  days: number;
  archivedAt: number | null;
}

/** Those who have not got days for a year yet: corrections downwards and what was put away do not count. */
export function withoutGrant<P extends { id: string; state: string }>(
  people: readonly P[],
  grants: readonly Grant[],
  year: number,
): P[] {
  const have = new Set(
    grants
      .filter((one) => one.archivedAt === null && one.days > 0 && Number(one.from.slice(0, 4)) === year)
      .map((one) => one.employeeId),
  );
  return people.filter((one) => one.state === 'active' && !have.has(one.id));
}
