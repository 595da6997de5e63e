import { describe, expect, test } from 'vitest';
import { isGranted } from './permissions.ts';

const own = 'app://opora/#/work';

describe('permissions', () => {
  test('our own page may copy a text and show notices', () => {
    expect(isGranted('clipboard-sanitized-write', own)).toBe(true);
    expect(isGranted('notifications', own)).toBe(true);
  });

  test.each(['media', 'geolocation', 'clipboard-read', 'display-capture', 'midi', 'openExternal', 'fullscreen', ''])(
    'even our own page may not have %s',
    (permission) => expect(isGranted(permission, own)).toBe(false),
  );

  test.each(['https://example.com/', 'file:///etc/passwd', 'app://other/', 'about:blank', ''])(
    'nobody else may show notices: %s',
    (address) => expect(isGranted('notifications', address)).toBe(false),
  );
});
