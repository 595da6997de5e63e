import type { Cast } from '#build/company/contracts/cast.ts';
import type { Stage } from '#build/company/contracts/stage.ts';
import type { Portal } from '#build/company/portal/set-up-portal.ts';
import type { Priority } from '#shared/domain/service/definition.ts';
import type { TicketState } from '#shared/domain/service/ticket.ts';
import type { Id } from '#shared/lib/ids.ts';

/** Working hours before now, or [working days before, hour, minute] of Moscow. */
export type When = number | readonly [days: number, hours: number, minutes?: number];

/** What tellers have at hand. */
export interface Scene {
  stage: Stage;
  cast: Cast;
  portal: Portal;
  /** Bytes of the files by their SHA-256. */
  files: Map<string, Uint8Array>;
  /** Ids of the tickets by the keys of their tales. */
  tickets: Map<string, Id>;
}

/** `at`: by the clock of whoever does it; `heard`: when the centre learns of it, null: at once. */
export interface Moment {
  ticket: Id;
  who: Id;
  at: number;
  heard: number | null;
}

export type Act = (scene: Scene, moment: Moment) => void;

export interface Deed {
  when: When;
  /** A login; «desk»: whoever has the ticket, or the lead of its desk. */
  who: string;
  act: Act;
  heard: When | null;
}

/** The life of one request, by what its reader will find. */
export interface Tale {
  key: string;
  service: string;
  who: string;
  /** For whom, when somebody asks for a colleague. */
  asker: string | null;
  when: When;
  heard: When | null;
  values: (cast: Cast) => Record<string, unknown>;
  deeds: Deed[];
  ends: TicketState;
  hours: 'office' | 'shifts';
  priority: Priority | null;
}

type Given = Pick<Tale, 'key' | 'service' | 'who' | 'when' | 'ends'> &
  Partial<Pick<Tale, 'asker' | 'heard' | 'hours' | 'priority'>> & {
    values: Tale['values'] | Record<string, unknown>;
    deeds?: Deed[];
  };

export const tale = ({ values, ...given }: Given): Tale => ({
  asker: null,
  heard: null,
  hours: 'office',
  priority: null,
  deeds: [],
  ...given,
  values: typeof values === 'function' ? values : () => values,
});

/** Something that somebody did with it. */
export const deed = (when: When, who: string, act: Act, heard: When | null = null): Deed => ({ when, who, act, heard });
