/**
 * Largest files taken, checked on bytes before anything is decoded: a bank file of three million lines, a УПД of seventy
 * thousand rows (XML is parsed in one piece, a few seconds at this size).
 */
export const CLIENT_BANK_MAX_BYTES = 100 * 1024 * 1024;
export const XML_MAX_BYTES = 20 * 1024 * 1024;

/** The first line of every bank file of this format. */
export const CLIENT_BANK_SIGNATURE = '1CClientBankExchange';

/** A longer value is cut: the longest field of the format, the payment purpose, has 210 characters. */
export const CLIENT_BANK_MAX_VALUE = 10_000;

/** ФНС files nest about ten deep. */
export const XML_MAX_DEPTH = 40;
export const XML_MAX_NODES = 1_000_000;
