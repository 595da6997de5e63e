import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { dateOf, formatInstant, formatTime, offsetAt } from '#renderer/i18n/format/dates.ts';
import { useSession } from '#renderer/state/session.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Rows = QueryResult<'directory'>;
export type Branch = Rows['branches'][number];
export type Employee = Rows['employees'][number];

interface Directory {
  /** The company itself; null until it is known. */
  organization: Rows['organization'];
  branches: readonly Branch[];
  employees: readonly Employee[];
  departments: Rows['departments'];
  labels: readonly string[];
  branchOf: (id: string | null | undefined) => Branch | undefined;
  employeeOf: (id: string | null | undefined) => Employee | undefined;
  /** The branch of the person at the window. */
  own: Branch | undefined;
  /** The tables have been read. */
  ready: boolean;
}

const empty: Rows = { organization: null, branches: [], employees: [], departments: [], labels: [] };
const Context = createContext<Directory | null>(null);

/** The small tables every page needs, read once and followed. */
export function DirectoryProvider({ children }: { children: ReactNode }) {
  const read = useQuery('directory', {}).data;
  const rows = read ?? empty;
  const branchId = useSession((session) => session.state?.user?.branchId);
  const value = useMemo<Directory>(() => {
    const branches = new Map(rows.branches.map((branch) => [branch.id, branch]));
    const employees = new Map(rows.employees.map((employee) => [employee.id, employee]));
    return {
      ...rows,
      branchOf: (id) => (id ? branches.get(id) : undefined),
      employeeOf: (id) => (id ? employees.get(id) : undefined),
      own: branchId ? branches.get(branchId) : undefined,
      ready: read !== undefined,
    };
  }, [rows, read, branchId]);
  return <Context value={value}>{children}</Context>;
}

export function useDirectory(): Directory {
  const directory = useContext(Context);
  if (!directory) throw new Error('the directory is used outside of its provider');
  return directory;
}

/** Times and dates where the person works. */
export function useClock() {
  const { own } = useDirectory();
  const offsets = own?.offsets ?? [];
  return useMemo(
    () => ({
      offset: (instant: number) => offsetAt(offsets, instant),
      time: (instant: number) => formatTime(instant, offsetAt(offsets, instant)),
      moment: (instant: number) => formatInstant(instant, offsetAt(offsets, instant)),
      date: (instant: number) => dateOf(instant, offsetAt(offsets, instant)),
      today: () => dateOf(Date.now(), offsetAt(offsets, Date.now())),
    }),
    [offsets],
  );
}

/** The present instant, stepping each minute. */
export function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
