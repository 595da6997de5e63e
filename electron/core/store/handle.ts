import type BetterSqlite3 from 'better-sqlite3';

/** An open database of a workstation. Plain functions take it as their first argument; `Writable` says who may write. */
export type Readable = BetterSqlite3.Database & { readonly __mayRead: true };
export type Writable = Readable & { readonly __mayWrite: true };
