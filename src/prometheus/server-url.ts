import type { UserOfUrl } from "./authorization.js";
import { PrometheusError } from "./error.js";
import { excerpt } from "./printable.js";

/** The address of a server, and the credentials that stood in its URL. */
export interface ServerUrl {
  /** Scheme, host and path prefix, without a slash at the end and without credentials. */
  readonly address: string;
  readonly user?: UserOfUrl;
}

/** Reads what a user gave as URL; a {@link PrometheusError} of kind `bad-url`, free of credentials, where it is none. */
export function parseServerUrl(text: string): ServerUrl {
  const given = text.trim();
  const shown = withoutCredentials(given);

  if (!/^https?:\/\//i.test(given)) {
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(given)?.[1];
    if (scheme) throw badUrl(`\`${shown}\` is no server of Prometheus' API: use \`http://\` or \`https://\``);
    throw badUrl(given ? `\`${shown}\` has no scheme: write \`http://${shown}\`` : "the server's URL is empty");
  }
  if (/^https?:\/\/[^/?#]*[/?#].*@/is.test(given)) {
    const help = "in a password write `/` as `%2F`, `?` as `%3F` and `#` as `%23`";
    throw badUrl(`the URL of \`${shown}\` has an \`@\` after its host: ${help}`);
  }
  if (!URL.canParse(given)) throw badUrl(`\`${shown}\` is no URL: write it as \`http://host:9090/prefix\``);

  const url = new URL(given);
  if (url.search || url.hash) {
    throw badUrl(`the URL of \`${shown}\` has a query or a fragment: leave it out, and send tokens as headers`);
  }

  const prefix = url.pathname.replace(/(?<!\/)\/+$/, "").replace(/\/api\/v1$/, "");
  const address = url.origin + prefix.replace(/(?<!\/)\/+$/, "");
  if (!url.username && !url.password) return { address };
  return { address, user: { username: decoded(url.username), password: decoded(url.password) } };
}

/** A URL as it may be shown: printable, without user, password, query and fragment, whether it parses or not. */
export function withoutCredentials(url: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(url)?.[0] ?? "";
  const rest = url.slice(scheme.length);
  const bare = rest.slice(rest.lastIndexOf("@") + 1).replace(/[?#].*$/s, "");
  return excerpt(scheme + bare, 200);
}

/** A user or a password out of a URL. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function badUrl(message: string): PrometheusError {
  return new PrometheusError("bad-url", message);
}
