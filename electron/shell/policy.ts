import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an administrator decides for every user of the computer. */
export interface MachinePolicy {
  /** Allows a key store that is only a fixed password (Linux without libsecret or KWallet). */
  plainKeyStore: boolean;
}

/** The policy file, in a folder that only an administrator writes. */
export function policyFile(platform: string, environment: Readonly<Record<string, string | undefined>>): string {
  return platform === 'win32'
    ? join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Opora', 'policy.json')
    : '/etc/opora/policy.json';
}

/** Reads the policy; a file that is missing or cannot be read grants nothing. */
export function readPolicy(file: string): MachinePolicy {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown> | null;
    return { plainKeyStore: value?.['plainKeyStore'] === true };
  } catch {
    return { plainKeyStore: false };
  }
}
