import type { Actor } from '#build/company/portal/past/past-log.ts';
import type { KnownService, PastCompany } from '#build/company/portal/past/past-world.ts';
import type { Random } from '#build/company/random.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { TimeSpan } from '#shared/domain/service/clocks.ts';
import type { Id } from '#shared/lib/ids.ts';

/** A request that has been made and nothing more. */
export interface Begun {
  id: Id;
  service: KnownService;
  requester: RowOf<'employee'>;
  /** When it was asked for, and when the centre learned of it. */
  at: number;
  heard: number;
  /** As the form gives it, for the conditions of the route. */
  paper: RowOf<'document'>;
  /** Its attachments. */
  files: RowOf<'attachment'>[];
  span: TimeSpan;
}

/** What whoever tells of the past has at hand. */
export interface Told {
  random: Random;
  company: PastCompany;
  newId: (at: number) => Id;
  /** Who sits at which computer. */
  actor: (id: Id) => Actor;
  /** Made for measuring: of several who might have agreed only the one who did was asked. */
  bulk: boolean;
}
