import type { CoreEvent } from '#shared/ipc/bridge.ts';

/** What a reader of one question shows. */
export interface Answer<Result> {
  data: Result | undefined;
  error: unknown;
  /** A newer answer is on its way; `data` is the previous one. */
  loading: boolean;
  /** The key of the question that `data` answers. */
  of: string | null;
  /** Grows with every answer, so that windows derived from it know to read again. */
  version: number;
}

export interface Observer<Result> {
  get(): Answer<Result>;
  subscribe(listener: () => void): () => void;
  /** Hears the core's events and reads again when the answer may be old. */
  hear(event: CoreEvent): void;
  refresh(): void;
  /** Another question: the previous answer stays until the new one is there. `of` names the question. */
  ask(read: () => Promise<Result>, of?: string): void;
}

/**
 * Keeps the answer to one question fresh. While a reading is under way, any number of changes cause exactly one more;
 * an answer to an older question is dropped.
 */
export function createObserver<Result>(
  entities: readonly string[],
  first: (() => Promise<Result>) | null,
): Observer<Result> {
  let answer: Answer<Result> = { data: undefined, error: null, loading: false, of: null, version: 0 };
  let read = first;
  let question: string | null = null;
  let running = 0;
  let again = false;
  const listeners = new Set<() => void>();

  const become = (next: Partial<Answer<Result>>) => {
    answer = { ...answer, ...next };
    for (const listener of listeners) listener();
  };
  const start = () => {
    const asked = read;
    if (!asked) return;
    running += 1;
    const own = running;
    const of = question;
    again = false;
    if (!answer.loading) become({ loading: true });
    const settle = (next: Partial<Answer<Result>>) => {
      if (own !== running) return;
      become({ ...next, loading: again, version: answer.version + 1 });
      if (again) start();
    };
    asked().then(
      (data) => settle({ data, error: null, of }),
      (error: unknown) => settle({ error }),
    );
  };
  const observer: Observer<Result> = {
    get: () => answer,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear(event) {
      const concerns =
        event.type === 'session' ||
        (event.type === 'changed' && event.changes.some((change) => entities.includes(change.entity)));
      if (concerns) observer.refresh();
    },
    refresh() {
      if (answer.loading) again = true;
      else start();
    },
    ask(next, of) {
      read = next;
      question = of ?? null;
      start();
    },
  };
  if (first) start();
  return observer;
}
