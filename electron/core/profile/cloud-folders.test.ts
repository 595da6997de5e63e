import { describe, expect, test } from 'vitest';
import { isCloudFolder } from '#electron/core/profile/cloud-folders.ts';

describe('folders of clouds', () => {
  const env = { OneDrive: 'D:\\Облако', OneDriveCommercial: 'C:\\Users\\Анна\\Контора', OneDriveConsumer: '' };

  test.each([
    'D:\\Облако',
    'd:\\облако\\Опора',
    'C:\\Users\\Анна\\Контора\\Документы\\profile',
    'G:\\My Drive\\Опора',
    'g:/Мой диск/Опора',
    'H:\\Общие диски\\Отдел',
    'C:\\Users\\Анна\\AppData\\Local\\Google\\DriveFS\\profile',
  ])('on Windows: %s', (folder) => {
    expect(isCloudFolder(folder, env, 'win32')).toBe(true);
  });

  test.each([
    'D:\\Облако2\\Опора',
    'D:\\',
    'C:\\Users\\Анна\\AppData\\Local\\Opora\\profile',
    'C:\\Users\\Анна\\Мой диск',
    'C:\\Users\\Анна\\..Облако',
  ])('an ordinary one on Windows: %s', (folder) => {
    expect(isCloudFolder(folder, env, 'win32')).toBe(false);
  });

  test.each([
    '/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/Опора',
    '/Users/anna/Library/CloudStorage/Dropbox/Опора',
    '/home/anna/Яндекс.Диск/profile',
  ])('elsewhere: %s', (folder) => {
    expect(isCloudFolder(folder, {}, 'darwin')).toBe(true);
  });

  test('capitals are told apart where the system does so', () => {
    expect(isCloudFolder('/data/drive/x', { OneDrive: '/data/Drive' }, 'linux')).toBe(false);
    expect(isCloudFolder('/data/Drive/x', { OneDrive: '/data/Drive' }, 'linux')).toBe(true);
  });
});
