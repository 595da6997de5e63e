// The port belongs to the part that uses it; this is the only line by which the store looks upwards.
// biome-ignore lint/style/noRestrictedImports: types of the port that this folder implements
export type * from '#server/sync/store-port.ts';
