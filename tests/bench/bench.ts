export interface BenchOptions {
  /** Size of the fixture. */
  documents: number;
  /** Progress for a person, on the error stream: the output's last line stays one JSON object. */
  say(line: string): void;
  /** A number given as `--NAME N`; undefined when it was not. */
  given(name: string): number | undefined;
}

export interface BenchResult {
  name: string;
  /** The figure to reach, as quality.md words it. */
  goal: unknown;
  value: unknown;
  /** The raw limit taken in the same run, where the goal is a ratio. */
  raw?: unknown;
  ok: boolean;
  [more: string]: unknown;
}

/** What `tests/bench/<name>.ts` exports as `run`. */
export type Bench = (options: BenchOptions) => Promise<BenchResult>;
