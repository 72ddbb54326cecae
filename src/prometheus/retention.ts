import type { RuntimeInfo } from "./status.js";

/** How long and how much a server stores, as it writes it: `15d`, `10GiB`. */
export interface Retention {
  readonly time?: string | undefined;
  readonly size?: string | undefined;
}

/** The retention that is in use: what the server says of how it runs, else its flags. */
export function retentionOf(
  runtime: RuntimeInfo | undefined,
  flags: ReadonlyMap<string, string> | undefined,
): Retention | undefined {
  const said = runtime?.storageRetention?.split(" or ") ?? [];
  if (said.length > 0) return { time: said.find(isTime), size: said.find((part) => !isTime(part)) };
  const limit = (name: string): string | undefined => {
    const value = flags?.get(`storage.tsdb.retention.${name}`);
    return value === undefined || /^0\w*$/.test(value) ? undefined : value;
  };
  const fromFlags = { time: limit("time"), size: limit("size") };
  return fromFlags.time === undefined && fromFlags.size === undefined ? undefined : fromFlags;
}

function isTime(part: string): boolean {
  return /^(\d+(ms|[smhdwy]))+$/.test(part);
}
