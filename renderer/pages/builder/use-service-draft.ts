import { useCallback, useEffect, useRef, useState } from 'react';
import { runCommand } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { type ServiceDefinition, serviceDefinition } from '#shared/domain/service/definition.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

export type KeptService = QueryResult<'service.setup'>['services'][number];

/** What an administrator decides about a service in its window. */
export interface ServiceEdit extends Pick<RowOf<'service'>, 'name' | 'description' | 'category' | 'icon' | 'keywords'> {
  definition: ServiceDefinition;
}

/** waiting: typed and not written yet; unfit: something without a name is in it, so that it cannot be written. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'unfit' | 'failed' | 'conflict';

/** A pause in typing, in milliseconds, after which the draft is written. */
const PAUSE = 1_200;
/** The least time between two writings by itself, in milliseconds: each is a change that travels to every branch. */
const REST = 10_000;
const facts = ['name', 'description', 'category', 'icon', 'keywords'] as const;

/** A definition with nothing in it but what every service has. */
export const blankDefinition = (stage: string): ServiceDefinition => ({
  form: { sections: [{ key: 'main', title: '', hint: null, fields: [] }] },
  titlePattern: '',
  routeId: null,
  queueId: null,
  assignment: { type: 'queue', employeeId: null, sameBranch: false, skill: null },
  slaPolicyId: null,
  priority: 'normal',
  stages: [stage],
  audience: { branchIds: null, departmentIds: null, roles: null },
  tasks: [],
  effect: 'none',
  printTemplateId: null,
  closeAfterDays: 3,
});

export const editOf = (row: KeptService, fallback: ServiceDefinition): ServiceEdit => ({
  name: row.name,
  description: row.description,
  category: row.category,
  icon: row.icon,
  keywords: row.keywords,
  definition: row.draft ?? row.published ?? fallback,
});

/** What is written, and what the author saw in its place. Nothing is written of what stays as it was. */
export function patchOf(seen: KeptService, edit: ServiceEdit, fallback: ServiceDefinition) {
  const before = editOf(seen, fallback);
  const changed: string[] = facts.filter((name) => !sameValue(edit[name], before[name]));
  const patch: Record<string, unknown> = Object.fromEntries(changed.map((name) => [name, edit[name as 'name']]));
  const base: Record<string, unknown> = Object.fromEntries(changed.map((name) => [name, seen[name as 'name']]));
  if (!sameValue(edit.definition, before.definition)) {
    patch['draft'] = edit.definition;
    base['draft'] = seen.draft;
  }
  return { patch, base };
}

/** Whether the command would take it: no entry without a name. */
export const isWhole = (edit: ServiceEdit): boolean =>
  edit.name.trim() !== '' && serviceDefinition.safeParse(edit.definition).success;

/** How long what has just been typed waits to be written, in milliseconds, `since` milliseconds after the last writing. */
export const waitFor = (since: number): number => Math.max(PAUSE, REST - since);

/**
 * The draft of a service as it is being made, written by itself at pauses, at most once in ten seconds, and when the page is
 * left. Whatever others write meanwhile comes up at once when nothing of one's own is unsaved; otherwise both sides are on the
 * conflict desk.
 */
export function useServiceDraft(row: KeptService, fallback: ServiceDefinition) {
  const [edit, setEdit] = useState<ServiceEdit>(() => editOf(row, fallback));
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<CoreError | null>(null);
  const live = useRef({
    edit,
    seen: row,
    row,
    timer: 0,
    writtenAt: Number.NEGATIVE_INFINITY,
    running: null as Promise<boolean> | null,
    stuck: false,
  });
  live.current.row = row;

  const write = useCallback(async (): Promise<boolean> => {
    const now = live.current;
    clearTimeout(now.timer);
    if (now.running) await now.running;
    // One dispute at a time: what is typed meanwhile stays in the window until one of the sides has been taken.
    if (now.stuck) return false;
    const { patch, base } = patchOf(now.seen, now.edit, fallback);
    if (Object.keys(patch).length === 0) {
      setState('saved');
      return true;
    }
    if (!isWhole(now.edit)) {
      setState('unfit');
      return false;
    }
    setState('saving');
    const written = now.edit;
    now.writtenAt = performance.now();
    now.running = runCommand('service.update', { id: now.seen.id, patch, base } as never).then(
      (reply) => {
        const outcome = reply.result as { conflict: string | null };
        if (outcome.conflict !== null) {
          now.stuck = true;
          setState('conflict');
          return false;
        }
        now.seen = { ...now.seen, ...(patch as Partial<KeptService>) };
        setError(null);
        setState(sameValue(written, now.edit) ? 'saved' : 'waiting');
        return true;
      },
      (fault) => {
        setError(asCoreError(fault));
        setState('failed');
        return false;
      },
    );
    const done = await now.running;
    now.running = null;
    return done;
  }, [fallback]);

  // Of the row only what it says counts: it comes anew with every change of any service.
  const told = JSON.stringify([row.draft, row.publishedVersion, ...facts.map((name) => row[name])]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `told` stands for the row
  useEffect(() => {
    const now = live.current;
    if (now.running || Object.keys(patchOf(now.seen, now.edit, fallback).patch).length > 0) return;
    now.seen = now.row;
    const next = editOf(now.row, fallback);
    if (sameValue(next, now.edit)) return;
    now.edit = next;
    setEdit(next);
  }, [told]);

  useEffect(() => {
    const leave = () => void write();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [write]);

  const put = (change: (before: ServiceEdit) => ServiceEdit) => {
    const now = live.current;
    now.edit = change(now.edit);
    setEdit(now.edit);
    setState((before) => (before === 'conflict' ? before : 'waiting'));
    clearTimeout(now.timer);
    now.timer = window.setTimeout(() => void write(), waitFor(performance.now() - now.writtenAt));
  };
  /** Takes what stands in the centre, one's own being on the conflict desk. */
  const takeTheirs = () => {
    const now = live.current;
    now.stuck = false;
    now.seen = now.row;
    now.edit = editOf(now.row, fallback);
    setEdit(now.edit);
    setState('saved');
  };
  return { edit, state, error, put, save: write, takeTheirs };
}
export type ServiceDraft = ReturnType<typeof useServiceDraft>;
