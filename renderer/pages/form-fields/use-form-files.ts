import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { useMemo, useRef } from 'react';
import { fromPage, type GivenFile } from '#renderer/bridge/given-file.ts';
import { filesIn } from '#renderer/pages/form-fields/files-in.ts';
import { type Form, fieldsOf } from '#shared/domain/form/form.ts';
import type { FileValue } from '#shared/domain/form/value-types.ts';

const keyOf = (file: FileValue): string => `${file.sha256}/${file.name}`;

/** Holds the bytes of a form's files while the window is open: values name them only. */
export function useFormFiles() {
  const held = useRef(new Map<string, GivenFile>());
  return useMemo(
    () => ({
      /** For the context of `FormFields`. */
      takeFiles: async (files: readonly File[]): Promise<FileValue[]> => {
        const taken: FileValue[] = [];
        for (const file of files) {
          const value = { name: file.name, size: file.size, sha256: await hashOf(file) };
          held.current.set(keyOf(value), fromPage(file));
          taken.push(value);
        }
        return taken;
      },
      /** What has to be attached for these values, each once. */
      filesOf: (values: Record<string, unknown>): GivenFile[] => {
        const named = Object.values(values).flatMap(filesIn).map(keyOf);
        return [...new Set(named)].flatMap((key) => held.current.get(key) ?? []);
      },
      /** A draft of another day names files whose bytes are gone: they are taken out of it, and told. */
      withoutLost: (form: Form, values: Record<string, unknown>) => {
        const kept = { ...values };
        const lost: string[] = [];
        for (const { key, type } of fieldsOf(form)) {
          if (type !== 'file') continue;
          const files = filesIn(values[key]);
          kept[key] = files.filter((file) => held.current.has(keyOf(file)));
          lost.push(...files.filter((file) => !held.current.has(keyOf(file))).map((file) => file.name));
        }
        return { values: kept, lost };
      },
    }),
    [],
  );
}

/** Read piece by piece: a scan of a hundred megabytes is never in memory as a whole. */
async function hashOf(file: File): Promise<string> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) hash.update(part.value);
  return bytesToHex(hash.digest());
}
