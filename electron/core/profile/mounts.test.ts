import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isDurableMount, mountOf } from '#electron/core/profile/mounts.ts';

const list = `22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro
30 22 0:25 / /home/anna/far rw,nosuid,nodev - fuse.sshfs anna@host:/ rw,user_id=1000
31 22 8:17 / /media/Мой\\040диск rw - fuseblk /dev/sdb1 rw,allow_other
32 22 0:40 / /mnt/office rw shared:9 master:2 - cifs //server/share rw,vers=3.1
33 32 8:33 / /mnt/office/local rw - xfs /dev/sdc1 rw
34 22 0:50 / /over rw - overlay overlay rw,lowerdir=/a,upperdir=/b,workdir=/c
35 22 0:51 / /over/fast rw - overlay overlay rw,lowerdir=/a,upperdir=/b,workdir=/c,volatile
36 22 0:52 / /twice rw - nfs4 host:/x rw
37 22 0:53 / /twice rw - ext4 /dev/sdd1 rw
38 22 0:54 / /cloud rw - fuse.rclone drive: rw
`;

describe('mounts', () => {
  test.each([
    ['/home/anna/Опора', 'ext4', true],
    ['/home/anna/far/profile', 'fuse.sshfs', false],
    ['/home/anna/farther', 'ext4', true],
    ['/media/Мой диск/profile', 'fuseblk', true],
    ['/mnt/office/x', 'cifs', false],
    ['/mnt/office/local/x', 'xfs', true],
    ['/over/x', 'overlay', true],
    ['/over/fast/x', 'overlay', false],
    ['/twice/x', 'ext4', true],
    ['/cloud', 'fuse.rclone', false],
  ])('%s lies on %s', (folder, type, durable) => {
    const mount = mountOf(folder, list);
    expect(mount?.type).toBe(type);
    expect(mount && isDurableMount(mount)).toBe(durable);
  });

  test('nothing is known without a list', () => {
    expect(mountOf('/home', '')).toBeUndefined();
  });

  test.skipIf(process.platform !== 'linux')('of this machine: the folder of processes is found', () => {
    expect(mountOf('/proc/self', readFileSync('/proc/self/mountinfo', 'utf8'))?.type).toBe('proc');
  });
});
