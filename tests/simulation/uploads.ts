import type { Centre } from '#tests/simulation/centre.ts';
import type { Chance } from '#tests/simulation/chance.ts';

interface Upload {
  sha256: string;
  /** Parts of three that have arrived; one of them may have arrived damaged. */
  parts: number;
  isDamaged: boolean;
}

/** The bytes of files on their way from one workstation to the centre, beside its commands and slower. */
export class Uploads {
  readonly #centre: Centre;
  readonly #chance: Chance;
  readonly #waiting: Upload[] = [];
  /** A transfer was broken off, or its hash was wrong at the end. */
  troubled = false;

  constructor(centre: Centre, chance: Chance) {
    this.#centre = centre;
    this.#chance = chance;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** What is left names files that no command in force names. */
  clear(): void {
    this.#waiting.length = 0;
  }

  add(sha256: string): void {
    this.#waiting.push({ sha256, parts: 0, isDamaged: false });
  }

  /** One more part of the first file arrives, or its transfer breaks off or is damaged on the way. */
  async step(isCalm: boolean): Promise<void> {
    const [first] = this.#waiting;
    if (!first) return;
    const draw = isCalm ? 100 : this.#chance.below(100);
    if (draw < 25) {
      // What has arrived is kept: the transfer goes on from there, perhaps after another file.
      this.troubled ||= first.parts > 0;
      this.#waiting.push(this.#waiting.shift() as Upload);
      return;
    }
    if (draw < 35) first.isDamaged = true;
    first.parts += 1;
    if (first.parts < 3) return;
    if (first.isDamaged) {
      this.troubled = true;
      Object.assign(first, { parts: 0, isDamaged: false });
      return;
    }
    // The bytes may come before the command that names them: the centre keeps them.
    const reply = await this.#centre.verify(first.sha256);
    if (reply?.ok) this.#waiting.shift();
    else first.parts = 2;
  }
}
