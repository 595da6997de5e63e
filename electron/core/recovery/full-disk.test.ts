import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdProfile } from '#electron/core/profile/guard.ts';
import { withoutRoom } from '#electron/core/recovery/trouble.ts';
import { Refusal } from '#shared/domain/error.ts';
import { workedProfile } from '#tests/fixtures/recovery/worked-profile.ts';

test('a profile on a full disk is not called locked, and is held as soon as there is room', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opora-full-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder]).status === 0;
  if (!mounted) {
    rmSync(folder, { recursive: true });
    return console.log('skipped: a small disk needs root');
  }
  const profile = workedProfile({ after: 1 });
  try {
    cpSync(profile.profileDir, folder, { recursive: true });
    const fill = (): unknown => writeFileSync(join(folder, 'ballast'), Buffer.alloc(32 * 1024 * 1024));
    expect(fill).toThrow('ENOSPC');
    expect(withoutRoom(folder)).toBe(true);
    expect(() => holdProfile(folder)).toThrow(new Refusal('DISK_FULL'));
    rmSync(join(folder, 'ballast'));
    holdProfile(folder)();
  } finally {
    profile.remove();
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
});
