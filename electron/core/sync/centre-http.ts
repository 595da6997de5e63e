import { type ErrorCode, errors, Refusal } from '#shared/domain/error.ts';

export interface SessionReply {
  access: string;
  /** Milliseconds since 1970 by the centre's clock. */
  accessUntil: number;
  refresh: string;
  org: string;
  user: { id: string; login: string; fullName: string };
}

/** Asks the centre over HTTP. Rejects with Refusal: SERVER_UNREACHABLE, or the code that the centre answered. */
export async function askCentre<T>(
  serverUrl: string,
  path: string,
  options: { body?: unknown; access?: string; signal?: AbortSignal } = {},
): Promise<T> {
  const response = await reach(serverUrl, path, options);
  if (response.ok) return (await response.json()) as T;
  const said = (await response.json().catch(() => ({}))) as { code?: string; details?: Record<string, unknown> };
  const code = said.code && Object.hasOwn(errors, said.code) ? (said.code as ErrorCode) : 'SERVER_UNREACHABLE';
  throw new Refusal(code, said.details ?? {});
}

/** A response of the centre, whatever its status; Refusal SERVER_UNREACHABLE when there is none within ten seconds. */
export async function reach(
  serverUrl: string,
  path: string,
  { body, access, signal }: { body?: unknown; access?: string; signal?: AbortSignal } = {},
): Promise<Response> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (access !== undefined) headers['authorization'] = `Bearer ${access}`;
  try {
    return await fetch(new URL(path, serverUrl), {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ?? AbortSignal.timeout(10_000),
    });
  } catch {
    throw new Refusal('SERVER_UNREACHABLE', { server: serverUrl });
  }
}
