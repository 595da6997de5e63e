import { ask } from '#renderer/data/core.ts';

/** Text that was typed and not yet saved. `at` is when, in milliseconds since 1970. */
export interface Draft<Value> {
  at: number;
  value: Value;
}
type Drafts = Record<string, Draft<unknown>>;

/** How many are kept on a workstation; the oldest give way. */
export const MOST_DRAFTS = 30;

/** Puts a draft among the others, or takes it out with `null`. */
export function withDraft(drafts: Drafts, key: string, draft: Draft<unknown> | null): Drafts {
  const { [key]: _former, ...others } = drafts;
  const next = draft === null ? others : { ...others, [key]: draft };
  const newest = Object.entries(next).sort(([, a], [, b]) => b.at - a.at);
  return Object.fromEntries(newest.slice(0, MOST_DRAFTS));
}

// One after the other: two quick pauses must not write over each other's result.
let writing: Promise<unknown> = Promise.resolve();

/** As they were last read or written by this window. */
let known: Drafts = {};
const readAll = async (): Promise<Drafts> => {
  known = ((await ask('settings.read', {}))['drafts'] as Drafts | undefined) ?? {};
  return known;
};

/** The draft of a form; null when there is none. The key names the form and the person. */
export async function readDraft<Value>(key: string): Promise<Draft<Value> | null> {
  await writing;
  return ((await readAll())[key] as Draft<Value> | undefined) ?? null;
}

/** Keeps the value as the draft of a form, or forgets it. Lives in the profile, so it survives a restart. */
export function writeDraft(key: string, draft: Draft<unknown> | null): Promise<void> {
  const next = writing.then(async () => {
    const drafts = await readAll();
    if (draft === null && !Object.hasOwn(drafts, key)) return;
    known = withDraft(drafts, key, draft);
    await ask('settings.write', { patch: { drafts: known } });
  });
  writing = next.catch(() => undefined);
  return next;
}

/** The same for a page that is being closed: one message, sent before anything else can wait. */
export function writeDraftLeaving(key: string, draft: Draft<unknown>): void {
  known = withDraft(known, key, draft);
  ask('settings.write', { patch: { drafts: known } }).catch(() => undefined);
}
