import type { Stage } from '#build/company/contracts/stage.ts';

/**
 * Keeps the centre's counter of requests right while a story is told among requests of the past: numbers go through both in the order in
 * which the centre learned of them. `pastBefore`: how many of the past it knew at an instant.
 */
export class Numbering {
  readonly #stage: Stage;
  readonly #pastBefore: (at: number) => number;
  readonly #counter: string;
  /** When each request of the story was made. */
  readonly #told: number[] = [];
  #last = 0;

  constructor(stage: Stage, begun: number, pastBefore: (at: number) => number) {
    this.#stage = stage;
    this.#pastBefore = pastBefore;
    this.#counter = stage.newId(begun);
  }

  /** To be called before anything of the story happens. */
  before(at: number): void {
    this.#notice();
    this.#last = at;
    const last = this.#pastBefore(at) + this.#told.length;
    this.#stage.put('counter', { id: this.#counter, name: 'ticket', last });
  }

  /** The number of the n-th request of the past, of which the centre learned at an instant. Only when the story is over. */
  ofPast(index: number, heard: number): string {
    this.#notice();
    return numberText(index + 1 + this.#told.filter((at) => at < heard).length);
  }

  #notice(): void {
    while (this.#told.length < this.#stage.of('ticket').length) this.#told.push(this.#last);
  }
}

const numberText = (number: number): string => `З-${String(number).padStart(5, '0')}`;
