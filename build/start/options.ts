import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  profile: string;
  /** Opens a window; false prints the address instead. */
  window: boolean;
  /** Port of the browser host; a free one when absent. */
  port?: number;
  language?: 'ru' | 'en';
  /** Folder of profiles, the demo server's data and logs. */
  dataDir: string;
  /** Another server than the demo's own. */
  server?: string;
}

const profileName = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

/** Reads the words after `npm start --`; throws an Error whose message says what is wrong with them. */
export function readStartOptions(words: readonly string[], environment: NodeJS.ProcessEnv, root: string): StartOptions {
  const { values } = parseArgs({
    args: [...words],
    allowNegative: true,
    options: {
      profile: { type: 'string', default: 'moscow' },
      window: { type: 'boolean', default: true },
      port: { type: 'string' },
      lang: { type: 'string' },
      server: { type: 'string' },
    },
  });
  if (!profileName.test(values.profile)) throw new Error('--profile: letters, digits, "-" and "_", at most 40');
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    throw new Error('--port: 1 to 65535');
  const { lang: language } = values;
  if (language !== undefined && language !== 'ru' && language !== 'en') throw new Error('--lang: ru or en');
  // Without a display there is no window to open.
  const hasDisplay = process.platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
  return {
    profile: values.profile,
    window: values.window && hasDisplay,
    dataDir: resolve(environment['OPORA_DATA'] || join(root, '.data')),
    ...(port === undefined ? {} : { port }),
    ...(language === undefined ? {} : { language }),
    ...(values.server === undefined ? {} : { server: values.server }),
  };
}
