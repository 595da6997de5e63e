/**
 * Runs the work and tells how many milliseconds of the processor this thread spent on it. Other programs on the machine make a clock on
 * the wall run on; the work itself takes what it takes.
 */
export function threadTime<Result>(work: () => Result): { result: Result; milliseconds: number } {
  const before = process.threadCpuUsage();
  const result = work();
  return { result, milliseconds: millisecondsSince(before) };
}

/** Milliseconds of the processor that this thread has spent since an earlier `process.threadCpuUsage()`. */
export function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
