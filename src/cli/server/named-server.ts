import path from "node:path";
import type { Configuration } from "../../config/config.js";
import { askForName } from "../../promql/spelling.js";
import { parseDuration } from "../../promql/durations.js";
import { visible } from "../../report/visible.js";
import { CommandError, exitStatus } from "../exit.js";
import { readHttpConfig } from "./http-config.js";
import { mergeParts, type ServerParts } from "./parts.js";
import { readNamed, readSecret } from "./secret-file.js";

/** What a configuration says of the server of a name; ends the command where it knows none, or its files are not there. */
export async function namedServer(
  name: string,
  { layers }: Configuration,
): Promise<ServerParts & { readonly url: string }> {
  const layer = layers.findLast(({ config }) => Object.hasOwn(config.servers ?? {}, name));
  const server = layer?.config.servers?.[name];
  if (!layer || !server) {
    const known = [...new Set(layers.flatMap(({ config }) => Object.keys(config.servers ?? {})))];
    const url = `a URL is written as \`http://${visible(name)}\``;
    const help = known.length === 0 ? url : (askForName(name, known) ?? `configured are ${known.join(", ")}; ${url}`);
    throw new CommandError(exitStatus.usage, `no server \`${visible(name)}\` is configured`, help);
  }

  const at = (file: string): string => path.resolve(layer.folder, file);
  const { url, headers = {}, username, passwordFile, passwordEnv, bearerTokenFile, bearerTokenEnv } = server;
  const secret = async (what: string, file: string | undefined, variable: string | undefined) => {
    if (file !== undefined) return readSecret(at(file), `the ${what} of the server ${name}`);
    return variable === undefined ? undefined : fromEnvironment(variable, `the ${what} of the server ${name}`);
  };
  const password = await secret("password", passwordFile, passwordEnv);
  const bearerToken = await secret("token", bearerTokenFile, bearerTokenEnv);
  const { ca, cert, key, ...tls } = server.tls ?? {};
  const pem = async (file: string) => readNamed(at(file), `the certificates of the server ${name}`);
  const seconds = parseDuration(server.timeout ?? "");
  const own: ServerParts = {
    headers,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(bearerToken !== undefined && { bearerToken }),
    ...(server.tls && {
      tls: {
        ...tls,
        ...(ca !== undefined && { ca: await pem(ca) }),
        ...(cert !== undefined && { cert: await pem(cert) }),
        ...(key !== undefined && { key: await pem(key) }),
      },
    }),
    ...(server.proxy !== undefined && { proxy: server.proxy }),
    ...(typeof seconds === "number" && { timeout: seconds * 1000 }),
  };
  const file = server.httpConfigFile;
  return { ...(file === undefined ? own : mergeParts(await readHttpConfig(at(file)), own)), url };
}

function fromEnvironment(variable: string, what: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new CommandError(exitStatus.usage, `${what}: the environment has no ${variable}`, "set it, or name a file");
}
