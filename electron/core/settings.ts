/** What a host gives a core at its start. Everything else the core finds in the profile. */
export interface CoreSettings {
  /** Folder of the profile: databases, files, settings of this workstation. */
  profileDir: string;
  /** Raw key of 32 bytes that opens the profile's databases. */
  key: Uint8Array;
  /** Address of the centre, `http(s)://host:port`; null while none is set. */
  serverUrl: string | null;
  /** Name under which others see this workstation. */
  deviceName: string;
  /** A demo profile has one-click accounts and the switch of the network. */
  demo: boolean;
  version: string;
}
