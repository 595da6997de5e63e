/** Where a folder lies: type and options of its mount, as Linux lists them. */
export interface Mount {
  point: string;
  type: string;
  options: readonly string[];
}

/** File systems of other machines, by their names in the list of mounts. */
const remote = new Set(
  'nfs nfs4 cifs smb3 smbfs afs 9p ceph ncpfs coda davfs lustre gpfs ocfs2 gfs2 glusterfs beegfs pvfs2 vboxsf vmhgfs'.split(
    ' ',
  ),
);
/** Programs that show a disk of this machine as a file system; all others of their kind show something far away. */
const localFuse = new Set(
  'fuseblk fuse.ntfs-3g fuse.exfat fuse.gocryptfs fuse.encfs fuse.cryfs fuse.mergerfs fuse.bindfs'.split(' '),
);

/** Whether what is synced there is on a disk of this machine: not over a network, and not on an overlay told to ignore syncs. */
export function isDurableMount({ type, options }: Mount): boolean {
  if (remote.has(type)) return false;
  if (type.startsWith('fuse')) return localFuse.has(type);
  return !(type === 'overlay' && options.includes('volatile'));
}

/** The mount that `folder` (absolute, without links) lies in, from the text of /proc/self/mountinfo (proc_pid_mountinfo(5)). */
export function mountOf(folder: string, mountinfo: string): Mount | undefined {
  let found: Mount | undefined;
  for (const line of mountinfo.split('\n')) {
    const [before, after] = line.split(' - ');
    const point = unescaped(before?.split(' ')[4] ?? '');
    if (!after || !(folder === point || folder.startsWith(point === '/' ? '/' : `${point}/`))) continue;
    // Of several mounts at one point the last one is seen.
    if (found && found.point.length > point.length) continue;
    const [type = '', , more = ''] = after.split(' ');
    found = { point, type, options: [...(before?.split(' ')[5] ?? '').split(','), ...more.split(',')] };
  }
  return found;
}

/** Spaces and the like stand there as three octal digits; all other letters as they are. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
