import type { ServerStore } from '#server/sync/store-port.ts';

/** A store under test; every test asks for an organization of its own. */
export interface Subject {
  store(): ServerStore;
  organization(): Promise<string>;
}
