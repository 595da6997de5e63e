import { hashText } from '#shared/lib/canonical.ts';

/** Hash of an organization's history in which nothing has happened yet: what stands at seq 0. */
export const genesisHash = (org: string): string => hashText(`opora:${org}`);
