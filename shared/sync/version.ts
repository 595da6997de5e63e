/** Raised with every change of the messages; version.test.ts pins the hash of their schemas to it. */
export const protocolVersion = 1;
/** The oldest protocol the centre still understands. */
export const oldestProtocol = 1;
/** Raised with every change of the entities. */
export const schemaVersion = '3';
