import path from "node:path";
import { isObject } from "../../schema/object.js";
import { placed, readData, type ReadData } from "../../schema/read-data.js";
import { validateData } from "../../schema/validate.js";
import { problemAt } from "../config/config-data.js";
import { reject } from "../config/config-problem.js";
import { shownPath } from "../paths.js";
import { type HeaderValues, type HttpConfig, httpConfigSchema, unsupported } from "./http-config-schema.js";
import { hasCredentials, mergeParts, type ServerParts } from "./parts.js";
import { readNamed, readSecret } from "./secret-file.js";

/**
 * How a server is asked by a file as promtool takes it for `--http.config.file`; ends the command where it is wrong.
 * https://prometheus.io/docs/prometheus/latest/configuration/promtool/#http-config-file
 */
export async function readHttpConfig(file: string): Promise<ServerParts> {
  const shown = shownPath(file);
  const read = await readData(shown, await readNamed(file, "the HTTP client configuration"));
  if (!("places" in read)) return reject([problemAt(read)]);
  refuseUnsupported(read);
  const checked = await validateData<HttpConfig>(read.data ?? {}, httpConfigSchema);
  if ("faults" in checked) {
    const [first, ...others] = placed(checked.faults, read.places).map(problemAt);
    if (!first) throw new Error("an HTTP client configuration is refused without a reason");
    return reject([first, ...others]);
  }

  const config = checked.value;
  const files: Files = { shown, folder: path.dirname(file) };
  const headers = await headersOf(config.http_headers ?? {}, files);
  const credentials = [headers, await userOf(config, files), ...(await tokensOf(config, files))].filter(hasCredentials);
  if (credentials.length > 1) {
    return reject([{ where: shown, message: "holds several credentials", help: "leave out all but one of them" }]);
  }
  const { proxy_url, no_proxy } = config;
  return {
    ...mergeParts(headers, credentials[0] ?? {}),
    ...(config.tls_config && { tls: await tlsOf(config.tls_config, files) }),
    ...(proxy_url && { proxy: proxy_url }),
    ...(no_proxy !== undefined && { noProxy: no_proxy }),
  };
}

/** The file itself, and the folder to which its paths are relative. */
interface Files {
  readonly shown: string;
  readonly folder: string;
}

function refuseUnsupported({ data, places }: ReadData): void {
  for (const [way, help] of Object.entries(unsupported)) {
    const keys = way.split(".");
    const parent = keys.slice(0, -1).reduce((at: unknown, key) => (isObject(at) ? at[key] : undefined), data);
    if (!isObject(parent) || !Object.hasOwn(parent, keys.at(-1) ?? "")) continue;
    reject([problemAt({ at: places.ofKey(keys), message: `\`${way}\` is not supported`, help })]);
  }
}

async function userOf({ basic_auth: user }: HttpConfig, files: Files): Promise<ServerParts> {
  if (!user) return {};
  const username = await secretOf("username", user.username, user.username_file, files);
  const password = await secretOf("password", user.password, user.password_file, files);
  return { username: username ?? "", ...(password !== undefined && { password }) };
}

async function tokensOf(config: HttpConfig, files: Files): Promise<readonly ServerParts[]> {
  const bearerToken = await secretOf("bearer_token", config.bearer_token, config.bearer_token_file, files);
  const { type = "Bearer", credentials, credentials_file } = config.authorization ?? {};
  const token = await secretOf("credentials", credentials, credentials_file, files);
  const isBearer = type.trim().toLowerCase() === "bearer";
  return [
    bearerToken === undefined ? {} : { bearerToken },
    token === undefined
      ? {}
      : isBearer
        ? { bearerToken: token }
        : { headers: { Authorization: `${type.trim()} ${token}` } },
  ];
}

async function headersOf(
  headers: Readonly<Record<string, HeaderValues>>,
  files: Files,
): Promise<Pick<ServerParts, "headers">> {
  const sent: Record<string, string> = {};
  for (const [name, { values = [], secrets = [], files: named = [] }] of Object.entries(headers)) {
    const read = await Promise.all(
      named.map((each) => readSecret(path.resolve(files.folder, each), `the header ${name}`)),
    );
    sent[name] = [...values, ...secrets, ...read].join(", ");
  }
  return { headers: sent };
}

async function tlsOf(
  tls: NonNullable<HttpConfig["tls_config"]>,
  files: Files,
): Promise<NonNullable<ServerParts["tls"]>> {
  const ca = await pemOf("ca", tls.ca, tls.ca_file, files);
  const cert = await pemOf("cert", tls.cert, tls.cert_file, files);
  const key = await pemOf("key", tls.key, tls.key_file, files);
  const { server_name, insecure_skip_verify } = tls;
  return {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(server_name && { serverName: server_name }),
    ...(insecure_skip_verify !== undefined && { insecureSkipVerify: insecure_skip_verify }),
  };
}

type Reading = (file: string, what: string) => Promise<string>;

const secretOf = givenOrIn(readSecret);
const pemOf = givenOrIn(readNamed);

/** What is given under a key, or in the file that is named under the key with `_file`. */
function givenOrIn(read: Reading) {
  return async (key: string, given: string | undefined, file: string | undefined, { shown, folder }: Files) => {
    if (!file) return given;
    if (given) {
      return reject([
        { where: shown, message: `holds \`${key}\` and \`${key}_file\``, help: "leave out one of the two" },
      ]);
    }
    return read(path.resolve(folder, file), `the ${key}`);
  };
}
