import type { KeyObject } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { syncFolder } from '#electron/core/store/disk.ts';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';
import { journalKey, newHead, sealRecord } from '#electron/core/store/journal/record.ts';
import { activeSegment, nextSegment } from '#electron/core/store/journal/segments.ts';

/** A segment is closed when it has grown to this, in bytes. */
const fullAt = 4 * 1024 * 1024;
/** What was written is on the disk for certain after this long, in milliseconds, and the time an fsync takes. */
const syncAfter = 100;
/** A disk that refused is asked again after this long, in milliseconds. */
const retryAfter = 5_000;

/**
 * The second place where everything entered is kept: a flat file beside the database, written after each commit. It is a copy, so nothing that
 * goes wrong with it stops a save: what could not be written is kept in memory and tried again, and `problem` says so.
 */
export class Journal {
  readonly folder: string;
  readonly #key: KeyObject;
  #file: { fd: number; head: Buffer; size: number } | null = null;
  /** Records that are not on the disk for certain, as text: a disk that fails at fsync may have lost them. */
  #unsure: string[] = [];
  /** How many of them have been handed to the operating system. */
  #written = 0;
  /** How many records before them are on the disk. */
  #safe = 0;
  #timer: NodeJS.Timeout | null = null;
  #syncing = false;
  #closed = false;
  #problem: string | null = null;

  constructor(folder: string, profileKey: Buffer) {
    this.folder = folder;
    this.#key = journalKey(profileKey);
  }

  /** Code of what is wrong with the disk (ENOSPC, EIO, …); null while everything is where it should be. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Survives the end of the process when it returns, and a power cut within 200 ms. Never throws. */
  append(entries: Iterable<JournalEntry>): void {
    for (const entry of entries) this.#unsure.push(JSON.stringify(entry));
    this.#write();
    this.#plan(syncAfter);
  }

  /** Closes the segment; the next record begins another. False when the disk refused: everything is as it was. */
  rotate(): boolean {
    if (!this.sync()) return false;
    this.#leave();
    setAside(activeSegment(this.folder), this.folder);
    return true;
  }

  /** On the disk when it returns true. */
  sync(): boolean {
    this.#write();
    if (this.#problem !== null) return false;
    if (this.#unsure.length === 0 || !this.#file) return true;
    try {
      fsyncSync(this.#file.fd);
    } catch (error) {
      this.#lost(error);
      return false;
    }
    this.#sure(this.#safe + this.#written);
    return true;
  }

  close(): void {
    if (this.#closed) return;
    this.sync();
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    // An fsync under way still needs the file: it closes it.
    if (!this.#syncing && this.#file) closeSync(this.#file.fd);
    this.#file = null;
  }

  #write(): void {
    if (this.#written === this.#unsure.length) return;
    try {
      const file = this.#open();
      const waiting = this.#unsure.slice(this.#written);
      const bytes = Buffer.concat(waiting.map((text) => sealRecord(this.#key, file.head, text)));
      writeWhole(file.fd, bytes, file.size);
      file.size += bytes.length;
      this.#written = this.#unsure.length;
      this.#problem = null;
    } catch (error) {
      this.#failed(error);
    }
  }

  #open(): { fd: number; head: Buffer; size: number } {
    if (this.#file && this.#file.size >= fullAt && this.#written === 0) this.#leave();
    if (this.#file) return this.#file;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const path = activeSegment(this.folder);
    setAside(path, this.folder);
    const fd = openSync(path, 'wx', 0o600);
    const head = newHead();
    try {
      writeWhole(fd, head, 0);
      // A file that its folder does not know after a power cut is lost with everything in it.
      syncFolder(this.folder);
    } catch (error) {
      closeSync(fd);
      unlinkSync(path);
      throw error;
    }
    this.#file = { fd, head, size: head.length };
    return this.#file;
  }

  #plan(wait: number): void {
    if (this.#closed || this.#timer || this.#unsure.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#background();
    }, wait).unref();
  }

  #background(): void {
    this.#write();
    const file = this.#file;
    if (this.#problem !== null || !file || this.#syncing) return this.#plan(retryAfter);
    const upTo = this.#safe + this.#written;
    this.#syncing = true;
    fsync(file.fd, (error) => {
      this.#syncing = false;
      // Closed or rotated meanwhile: whoever did so has synced it.
      if (this.#file !== file) return closeSync(file.fd);
      if (error) this.#lost(error);
      else this.#sure(upTo);
      this.#plan(this.#problem === null ? syncAfter : retryAfter);
    });
  }

  /** So many records since the beginning are on the disk. */
  #sure(upTo: number): void {
    const more = upTo - this.#safe;
    if (more <= 0) return;
    this.#unsure = this.#unsure.slice(more);
    this.#written -= more;
    this.#safe = upTo;
  }

  #failed(error: unknown): void {
    this.#problem = (error as NodeJS.ErrnoException).code ?? 'EIO';
    this.#plan(retryAfter);
  }

  /** What is not certain is written again, to another segment: after a failed fsync nobody knows what of this one is there. */
  #lost(error: unknown): void {
    this.#leave();
    this.#written = 0;
    this.#failed(error);
  }

  #leave(): void {
    if (this.#file && !this.#syncing) closeSync(this.#file.fd);
    this.#file = null;
  }
}

/** Records of a segment are never added to by another run of the program: its tail may be torn. */
function setAside(path: string, folder: string): void {
  try {
    renameSync(path, nextSegment(folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** All of the bytes or none of them: a part would hide what is written behind it. */
function writeWhole(fd: number, bytes: Buffer, at: number): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
  } catch (error) {
    if (fstatSync(fd).size > at) ftruncateSync(fd, at);
    throw error;
  }
}
