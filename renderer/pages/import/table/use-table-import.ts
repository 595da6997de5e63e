import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { onEvent } from '#renderer/api.ts';
import { ask, runCommand } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { guessed, keptFor, missing, proposed, type Settled, toKeep } from '#renderer/pages/import/table/mapping.ts';
import { factsOf, type Target } from '#renderer/pages/import/table/table-target.ts';
import { useSession } from '#renderer/state/session.ts';
import { useTableFile } from '#renderer/state/table-file.ts';
import type { TableCheck, TableReadingOptions, TableReport, TableView } from '#shared/ipc/intake-channels.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** After the last change, before all of the file is read again, milliseconds. */
const PAUSE = 350;

type Step = 'open' | 'check' | 'run' | 'undo';

/** A table on its way in: how it is read, what its columns fill, what that comes to, the run and its report. */
export function useTableImport() {
  const file = useTableFile((state) => state.file);
  const user = useSession((session) => session.state?.user);
  const { ready } = useDirectory();
  const kinds = useQuery('kind.list', {}).data;
  const definitions = useQuery('company.setup', {}).data?.fields;
  const kept = useQuery('import_mapping.list', {}).data;
  const [reading, setReading] = useState<TableReadingOptions>({});
  const [view, setView] = useState<TableView | null>(null);
  const [settled, setSettled] = useState<(Settled & { keptId?: string }) | null>(null);
  const [place, setPlace] = useState<{ branchId: string; responsibleId: string | null } | null>(null);
  const [check, setCheck] = useState<TableCheck | null>(null);
  const [known, setKnown] = useState<'skip' | 'update'>('skip');
  const [keep, setKeep] = useState(true);
  const [report, setReport] = useState<(TableReport & { undone?: { undone: number; kept: number } }) | null>(null);
  const [busy, setBusy] = useState<Step | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number }>({ done: 0, total: 0 });
  const [error, setError] = useState<CoreError | null>(null);
  const turn = useRef(0);

  const loaded = kinds !== undefined && definitions !== undefined && kept !== undefined && ready;
  const facts = useCallback((target: Target) => factsOf(target, kinds ?? [], definitions ?? []), [kinds, definitions]);
  const target = settled ? facts(settled.target) : null;

  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'progress' && event.job === 'table') setProgress({ done: event.done, total: event.total });
      }),
    [],
  );

  // Another file begins anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file is what the rest hangs on
  useEffect(() => {
    setReading({});
    setView(null);
    setSettled(null);
    setCheck(null);
    setReport(null);
    setError(null);
  }, [file]);

  useEffect(() => {
    if (!file) return;
    let gone = false;
    setBusy('open');
    setError(null);
    file
      .handle()
      .then((handled) => ask('table.open', { file: handled, reading }))
      .then((opened) => {
        if (gone) return;
        setView(opened);
        setSettled(null);
      })
      .catch((fault) => !gone && setError(asCoreError(fault)))
      .finally(() => !gone && setBusy((now) => (now === 'open' ? null : now)));
    return () => {
      gone = true;
    };
  }, [file, reading]);

  useEffect(() => {
    if (user && !place) setPlace({ branchId: user.branchId, responsibleId: user.id });
  }, [user, place]);

  useEffect(() => {
    if (!view || settled || !loaded || view.table.rows.length === 0) return;
    setSettled(keptFor(view.table, kept) ?? guessed(view.table, facts));
  }, [view, settled, loaded, kept, facts]);

  const order = useMemo(() => {
    if (!settled || !target || !place) return null;
    const { kind, kindId } = target;
    const columns = Object.fromEntries(
      Object.entries(settled.columns).flatMap(([field, at]) => (at === undefined ? [] : [[field, at]])),
    );
    return { target: target.target, header: settled.header, columns, kind, kindId, ...place };
  }, [settled, target, place]);
  const lacking = settled && target ? missing(settled.columns, target) : [];
  const orderKey = JSON.stringify([order, reading]);

  const recheck = useCallback(async () => {
    if (!file || !order) return;
    turn.current += 1;
    const mine = turn.current;
    setBusy('check');
    setError(null);
    try {
      const checked = await ask('table.check', { file: await file.handle(), reading, mapping: order });
      if (mine === turn.current) setCheck(checked);
    } catch (fault) {
      const refused = asCoreError(fault);
      if (mine === turn.current && refused.code !== 'CANCELLED') setError(refused);
    } finally {
      if (mine === turn.current) setBusy(null);
    }
  }, [file, order, reading]);

  const latest = useRef(recheck);
  latest.current = recheck;
  const canCheck = order !== null && lacking.length === 0;
  const reported = report !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked
  useEffect(() => {
    // The report speaks of the check it was made of.
    if (reported) return;
    setCheck(null);
    if (!canCheck) return;
    const timer = setTimeout(() => void latest.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [orderKey, canCheck, reported]);

  const keepMapping = async () => {
    if (!settled || !view || !target || !file) return;
    const settings = toKeep(view.table, settled);
    const before = kept?.find((one) => one.id === settled.keptId);
    if (settings['titles'] === '' || (before && sameValue(before.settings, settings))) return;
    const own = before?.authorId === user?.id ? (before?.id ?? null) : null;
    const name = (before?.name ?? file.name).slice(0, 120);
    // A mapping that cannot be kept is asked for again next time: no reason to hold up the work.
    await runCommand('import_mapping.save', { id: own, name, target: target.target, settings }).catch(() => undefined);
  };

  const run = async () => {
    if (!check) return;
    setBusy('run');
    setProgress({ done: 0, total: check.rows - check.bad });
    setError(null);
    try {
      if (keep) await keepMapping();
      setReport(await ask('table.run', { checkId: check.checkId, known }));
    } catch (fault) {
      setError(asCoreError(fault));
    } finally {
      setBusy(null);
    }
  };

  const undo = async () => {
    if (!report) return;
    setBusy('undo');
    setProgress({ done: 0, total: 0 });
    try {
      const undone = await ask('table.undo', { runId: report.runId });
      setReport({ ...report, undone });
    } catch (fault) {
      setError(asCoreError(fault));
    } finally {
      setBusy(null);
    }
  };

  return {
    ...{ file, view, settled, target, facts, place, check, known, keep, report, busy, progress, error, lacking, kept },
    ...{ setPlace, setKnown, setKeep, run, undo, reading },
    /** How the file is read: what was settled about it is settled anew. */
    read: (next: TableReadingOptions) => setReading(next),
    settle: (next: Settled) => setSettled({ ...next, ...(settled?.keptId ? { keptId: settled.keptId } : {}) }),
    /** Another target or row of titles: the columns are proposed anew. */
    choose: (chosen: Target, header: number) => {
      if (!view) return;
      const columns = proposed(view.table, header, facts(chosen));
      setSettled({ target: chosen, header, columns, ...(settled?.keptId ? { keptId: settled.keptId } : {}) });
    },
    cancel: () => void ask('table.cancel', {}).catch(console.error),
    /** The same file once more, with what was settled: what came in is known then. */
    again: () => {
      setReport(null);
      setCheck(null);
    },
  };
}

export type TableImport = ReturnType<typeof useTableImport>;
