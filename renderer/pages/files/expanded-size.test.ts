import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { expandedSize } from '#renderer/pages/files/expanded-size.ts';

test('an archive tells how much it holds before it is opened up', () => {
  const archive = zipSync({ 'word/document.xml': new Uint8Array(1_000_000), 'a.txt': new Uint8Array(24) });
  expect(archive.length).toBeLessThan(10_000);
  expect(expandedSize(archive)).toEqual({ all: 1_000_024, largestXml: 1_000_000 });
});

test('what is no archive, or is cut, has no size', () => {
  expect(expandedSize(new TextEncoder().encode('не архив, а текст подлиннее двадцати двух'))).toBeNull();
  expect(expandedSize(new Uint8Array(3))).toBeNull();
  const archive = zipSync({ 'a.txt': new Uint8Array(24) });
  expect(expandedSize(archive.subarray(0, archive.length - 8))).toBeNull();
});
