import { dirname } from 'node:path';
import type { DiskStep } from '#tests/durability/recording.ts';
import type { Chance } from '#tests/simulation/chance.ts';

type Content = { at: number; data: Buffer } | { size: number };
type Naming = { path: string; file: SimulatedFile | null };

/** Bytes that grow in place. What nobody wrote before something later reads as zeros. */
class Bytes {
  #buffer: Buffer;
  #size: number;

  constructor(from: Buffer = Buffer.alloc(0)) {
    this.#buffer = Buffer.from(from);
    this.#size = from.length;
  }

  get whole(): Buffer {
    return this.#buffer.subarray(0, this.#size);
  }

  apply(one: Content): void {
    if ('size' in one) {
      this.#room(one.size);
      if (one.size > this.#size) this.#buffer.fill(0, this.#size, one.size);
      this.#size = one.size;
      return;
    }
    const end = one.at + one.data.length;
    this.#room(end);
    if (one.at > this.#size) this.#buffer.fill(0, this.#size, one.at);
    one.data.copy(this.#buffer, one.at);
    this.#size = Math.max(this.#size, end);
  }

  #room(size: number): void {
    if (size <= this.#buffer.length) return;
    const larger = Buffer.alloc(Math.max(size, this.#buffer.length * 2));
    this.whole.copy(larger);
    this.#buffer = larger;
  }
}

class SimulatedFile {
  /** What is on the platters. */
  readonly durable: Bytes;
  /** What was done since the last fsync. */
  pending: Content[] = [];

  constructor(content?: Buffer) {
    this.durable = new Bytes(content);
  }
}

/** The smallest piece that a disk writes whole, in bytes. */
const sectors = [512, 4096];

/**
 * A disk with a cache, fed with what a process did. A power cut keeps what was synced, and of everything later any part: pieces of
 * 512 or 4,096 bytes in any order. Names in a folder survive as far as the folder was synced, and then up to some moment, as a journalling file system
 * keeps them; half of the cuts also count a name as safe once its file was synced, as ext4 does, half do not, as POSIX allows.
 */
export class SimulatedDisk {
  readonly #inodes = new Map<string, SimulatedFile>();
  readonly #names = new Map<string, SimulatedFile>();
  readonly #safeNames = new Map<string, SimulatedFile>();
  #namings: Naming[] = [];
  readonly #folders: Set<string>;
  /** What a person was told so far; it is in their head, not on the disk. */
  told = '';

  /** `files`: what the folder `root` held before, path → bytes. */
  constructor(root: string, files: ReadonlyMap<string, Buffer>) {
    this.#folders = new Set([root]);
    for (const [path, content] of files) {
      const file = new SimulatedFile(content);
      this.#names.set(path, file);
      this.#safeNames.set(path, file);
    }
  }

  do(step: DiskStep): void {
    if (step.kind === 'opened') this.#open(step);
    else if (step.kind === 'written') this.#write(step);
    else if (step.kind === 'cut') this.#inodes.get(step.inode)?.pending.push({ size: step.size });
    else if (step.kind === 'synced') this.#sync(step);
    else if (step.kind === 'renamed') {
      const file = this.#names.get(step.path) ?? null;
      this.#name(step.path, null);
      this.#name(step.to, file);
    } else if (step.kind === 'removed') this.#name(step.path, null);
    else if (step.kind === 'folder') this.#folders.add(step.path);
  }

  /** The files after a power cut at this moment; a possible one of many. */
  cut(chance: Chance): Map<string, Buffer> {
    const names = new Map(this.#safeNames);
    const strict = chance.happens(50);
    const last = strict
      ? -1
      : this.#namings.findLastIndex(({ file }) => file !== null && file.durable.whole.length > 0);
    const kept = Math.max(last + 1, chance.below(this.#namings.length + 1));
    for (const { path, file } of this.#namings.slice(0, kept)) {
      if (file) names.set(path, file);
      else names.delete(path);
    }
    const sector = chance.pick(sectors);
    // Sometimes nearly all of it has arrived, sometimes nearly nothing.
    const share = chance.pick([0, 5, 50, 95, 100]);
    return new Map([...names].map(([path, file]) => [path, afterCut(file, sector, share, chance)]));
  }

  #open({ path, inode, emptied }: DiskStep & { kind: 'opened' }): void {
    if (this.#folders.has(path)) return;
    const known = this.#names.get(path);
    if (!known) {
      const file = new SimulatedFile();
      this.#inodes.set(inode, file);
      this.#name(path, file);
    } else {
      this.#inodes.set(inode, known);
      if (emptied) known.pending.push({ size: 0 });
    }
  }

  #write({ path, inode, at, data }: DiskStep & { kind: 'written' }): void {
    if (path.endsWith('/.told')) this.told += data.toString('utf8');
    else this.#inodes.get(inode)?.pending.push({ at, data });
  }

  /** The folder's names become safe, or the file's bytes. */
  #sync({ path, inode }: DiskStep & { kind: 'synced' }): void {
    if (!this.#folders.has(path)) {
      const file = this.#inodes.get(inode);
      for (const one of file?.pending ?? []) file?.durable.apply(one);
      if (file) file.pending = [];
      return;
    }
    for (const { path: name, file: named } of this.#namings.filter((one) => dirname(one.path) === path)) {
      if (named) this.#safeNames.set(name, named);
      else this.#safeNames.delete(name);
    }
    this.#namings = this.#namings.filter((one) => dirname(one.path) !== path);
  }

  #name(path: string, file: SimulatedFile | null): void {
    if (file) this.#names.set(path, file);
    else this.#names.delete(path);
    this.#namings.push({ path, file });
  }
}

function afterCut(file: SimulatedFile, sector: number, share: number, chance: Chance): Buffer {
  const arrived = file.pending.flatMap((one): Content[] => {
    if ('size' in one) return chance.below(100) < share ? [one] : [];
    return pieces(one, sector).filter(() => chance.below(100) < share);
  });
  const content = new Bytes(file.durable.whole);
  for (const one of arrived) content.apply(one);
  return content.whole;
}

/** A write as the sectors that it touches. */
function pieces({ at, data }: { at: number; data: Buffer }, sector: number): { at: number; data: Buffer }[] {
  const parts: { at: number; data: Buffer }[] = [];
  for (let from = 0; from < data.length; ) {
    const to = Math.min(data.length, from + sector - ((at + from) % sector));
    parts.push({ at: at + from, data: data.subarray(from, to) });
    from = to;
  }
  return parts;
}
