import { connect, type PrometheusClient } from "../../prometheus/index.js";
import { type ConfigChoice, configs } from "../config/configs.js";
import { CommandError, exitStatus } from "../exit.js";
import { readHttpConfig } from "./http-config.js";
import { namedServer } from "./named-server.js";
import { hasCredentials, mergeParts, type ServerParts } from "./parts.js";
import { readNamed, readSecret } from "./secret-file.js";
import { endedBy } from "./server-failure.js";

/** How a server is asked. Names of files are relative to the working folder. */
export interface HowAsked extends ConfigChoice {
  readonly header: readonly string[];
  readonly username?: string;
  readonly passwordFile?: string;
  readonly bearerTokenFile?: string;
  readonly httpConfigFile?: string;
  readonly tlsCa?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly insecureSkipVerify?: boolean;
  readonly proxy?: string;
  /** In seconds. */
  readonly timeout?: number;
}

/** A client of the server of a URL or of the configuration. No request is sent; the command ends where that is wrong. */
export async function clientFor(server: string, options: HowAsked): Promise<PrometheusClient> {
  const isName = /^[\w.-]+$/.test(server);
  const named = isName ? await namedServer(server, await configs(options)(undefined)) : { url: server };
  const { httpConfigFile } = options;
  const file = httpConfigFile === undefined ? {} : await readHttpConfig(httpConfigFile);
  const given = mergeParts(mergeParts(named, file), await partsOf(options));
  try {
    return connect({ ...withEnvironment(given, named.url), url: named.url });
  } catch (error) {
    throw endedBy(error);
  }
}

/** What the options say themselves. */
async function partsOf(options: HowAsked): Promise<ServerParts> {
  const { header, username, passwordFile, bearerTokenFile, proxy, timeout } = options;
  const { tlsCa, tlsCert, tlsKey, insecureSkipVerify } = options;
  return {
    headers: headersOf(header),
    ...(username !== undefined && { username }),
    ...(passwordFile !== undefined && { password: await readSecret(passwordFile, "the password") }),
    ...(bearerTokenFile !== undefined && { bearerToken: await readSecret(bearerTokenFile, "the token") }),
    tls: {
      ...(tlsCa !== undefined && { ca: await readNamed(tlsCa, "the certificate of the authority") }),
      ...(tlsCert !== undefined && { cert: await readNamed(tlsCert, "the client certificate") }),
      ...(tlsKey !== undefined && { key: await readNamed(tlsKey, "the client key") }),
      ...(insecureSkipVerify !== undefined && { insecureSkipVerify }),
    },
    ...(proxy !== undefined && { proxy }),
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
  };
}

/** The value may be a secret, so no message repeats it. */
function headersOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon < 1) {
      const help = "write it as `--header 'X-Scope-OrgID: team'`";
      throw new CommandError(exitStatus.usage, "what --header gives is no name, colon and value", help);
    }
    headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
  }
  return headers;
}

/** The environment says who asks where nothing else does. */
function withEnvironment(parts: ServerParts, url: string): ServerParts {
  const { PROMQL_LINT_BEARER_TOKEN: bearerToken, PROMQL_LINT_PASSWORD: password } = process.env;
  const { PROMQL_LINT_USERNAME: username } = process.env;
  if (parts.username !== undefined) return password ? { password, ...parts } : parts;
  if (hasCredentials(parts) || /^[^/]*\/\/[^/?#]*@/.test(url)) return parts;
  return {
    ...parts,
    ...(bearerToken && { bearerToken }),
    ...(username && { username, ...(password && { password }) }),
  };
}
