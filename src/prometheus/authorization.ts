import type { ConnectOptions } from "./connect-options.js";
import { badOptions } from "./error.js";
import { printable } from "./printable.js";

/** The headers of every request, and what of them nobody may see. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

type Given = Pick<ConnectOptions, "headers" | "bearerToken" | "username" | "password">;

/**
 * The headers that say who asks. `fromUrl` is the user of the URL, who gives way to what the options say. Throws a
 * {@link PrometheusError} of kind `bad-options`, which holds no value.
 */
export function credentialsOf(options: Given, fromUrl: UserOfUrl | undefined): Credentials {
  const { headers = {}, bearerToken, username, password } = options;
  for (const [name, value] of Object.entries(headers)) checkHeader(name, value);

  const named = Object.keys(headers).some((name) => name.toLowerCase() === "authorization");
  const ways = [named, bearerToken !== undefined, username !== undefined || password !== undefined];
  if (ways.filter(Boolean).length > 1) {
    throw badOptions("there are several credentials: give one of a token, a user, and an `Authorization` header");
  }
  if (password !== undefined && username === undefined) {
    throw badOptions("there is a password without a user: give the user as well");
  }
  if (username?.includes(":")) throw badOptions("the user's name holds a `:`, which basic authentication cannot send");
  if (bearerToken !== undefined && !/^[\x21-\x7e]+$/.test(bearerToken)) {
    const what = bearerToken === "" ? "is empty" : "holds spaces, line breaks or characters beyond ASCII";
    throw badOptions(`the bearer token ${what}: give the token alone`);
  }

  const user = username === undefined ? fromUrl : { username, password: password ?? "" };
  const authorization = bearerToken === undefined ? user && basic(user) : `Bearer ${bearerToken}`;
  const secrets = [bearerToken, user?.password, authorization?.replace(/^\w+ /, ""), ...secretsOf(headers)];
  return {
    headers: {
      ...(authorization && !named && { Authorization: authorization }),
      ...headers,
    },
    secrets: secrets.filter((secret) => secret !== undefined && secret.length >= shortestSecret).map(String),
  };
}

/** Who a URL says is asking. */
export interface UserOfUrl {
  readonly username: string;
  readonly password: string;
}

/** A text in which `…` stands for every secret. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => left.replaceAll(secret, "…"), text);
}

/** Shorter ones stand in a text by chance. */
const shortestSecret = 4;

function secretsOf(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    /auth|cookie|key|secret|token/i.test(name) ? [value, value.replace(/^\w+ /, "")] : [],
  );
}

function basic({ username, password }: UserOfUrl): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
}

function checkHeader(name: string, value: string): void {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
    throw badOptions(`\`${printable(name.slice(0, 100))}\` is no name of a header: write it as \`X-Scope-OrgID\``);
  }
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
    throw badOptions(`the header \`${name}\` holds line breaks or characters that a header cannot hold`);
  }
}
