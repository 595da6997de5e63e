/** What a host gives a core at its start. Everything else the core finds in the profile. */
export interface CoreSettings {
  /** Folder of the profile: databases, files, settings of this workstation. */
  profileDir: string;
  /** Raw key of 32 bytes that opens the profile's databases; with `keyTrouble`, random bytes that open nothing. */
  key: Uint8Array;
  /** Why the key could not be had: nothing is opened then, and only the rescue answers. */
  keyTrouble?: string;
  /** How the host keeps the key: in the system's store, made of a passphrase, or in a file. */
  keyHome?: 'system' | 'passphrase' | 'file';
  /** Address of the centre, `http(s)://host:port`; null while none is set. */
  serverUrl: string | null;
  /** Name under which others see this workstation. */
  deviceName: string;
  /** A demo profile has one-click accounts and the switch of the network. */
  demo: boolean;
  version: string;
}
