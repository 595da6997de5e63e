/** Raised with every change of the messages; version.test.ts pins the hash of their schemas to it. */
export const protocolVersion = 2;
/** The oldest protocol the centre still understands. */
export const oldestProtocol = 1;
/** From here on answers are short: `taken`, `page`, `again`, `checked`. */
export const shortAnswers = 2;
/** Raised with every change of the entities. */
export const schemaVersion = '5';
