import type { ConnectOptions } from "../../prometheus/index.js";

/** What one source says of how a server is asked. */
export type ServerParts = Partial<ConnectOptions>;

/** Both together; what is above wins. Credentials are one whole: a token above leaves no user from below. */
export function mergeParts(below: ServerParts, above: ServerParts): ServerParts {
  const kept = hasCredentials(above) ? withoutCredentials(below) : below;
  const tls = { ...kept.tls, ...above.tls };
  return {
    ...kept,
    ...above,
    headers: mergeHeaders(kept.headers ?? {}, above.headers ?? {}),
    ...(Object.keys(tls).length > 0 && { tls }),
  };
}

/** Whether a source says who asks. */
export function hasCredentials({ bearerToken, username, password, headers = {} }: ServerParts): boolean {
  return (
    [bearerToken, username, password].some((part) => part !== undefined) || Object.keys(headers).some(isAuthorization)
  );
}

function withoutCredentials(parts: ServerParts): ServerParts {
  const left: { -readonly [K in keyof ServerParts]: ServerParts[K] } = { ...parts };
  delete left.bearerToken;
  delete left.username;
  delete left.password;
  left.headers = Object.fromEntries(Object.entries(parts.headers ?? {}).filter(([name]) => !isAuthorization(name)));
  return left;
}

/** Names of headers differ in more than case. */
function mergeHeaders(below: Headers, above: Headers): Headers {
  const replaced = new Set(Object.keys(above).map((name) => name.toLowerCase()));
  const left = Object.entries(below).filter(([name]) => !replaced.has(name.toLowerCase()));
  return { ...Object.fromEntries(left), ...above };
}

type Headers = Readonly<Record<string, string>>;

function isAuthorization(name: string): boolean {
  return name.toLowerCase() === "authorization";
}
