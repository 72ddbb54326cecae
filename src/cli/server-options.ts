import { type Command, InvalidArgumentError, Option } from "commander";
import type { PrometheusClient } from "../prometheus/index.js";
import { addConfigOptions, collect } from "./config-options.js";
import type { HowAsked } from "./server/client-for.js";
import { CommandError, exitStatus } from "./exit.js";
import { positiveNumber } from "./option-kinds.js";

/** A server, and how it is asked. */
export interface ServerOptions extends HowAsked {
  /** A URL, or a name of the configuration. */
  readonly server?: string;
}

/** Several servers, which are asked in the same way. */
export interface SeveralServerOptions extends HowAsked {
  readonly server?: readonly string[];
}

/** Adds the options that name a server, or several of them, and say how it is asked. */
export function addServerOptions(command: Command, { required = false, several = false } = {}): Command {
  const words = "a server, such as http://localhost:9090, or its name in the configuration";
  const server = several
    ? new Option("--server <url>", `${words}; may be given several times`).argParser(another)
    : new Option("--server <url>", words).argParser(only);
  command
    .addOption(server.makeOptionMandatory(required))
    .option(
      "--header <header>",
      "send this header, such as 'X-Scope-OrgID: team'; may be given several times",
      collect,
      [],
    )
    .option("--username <name>", "ask as this user; PROMQL_LINT_PASSWORD holds the password")
    .option("--password-file <file>", "read the password from this file")
    .option("--bearer-token-file <file>", "send the token of this file; PROMQL_LINT_BEARER_TOKEN may hold one instead")
    .option("--http-config-file <file>", "take credentials, certificates and proxy from a file as promtool does")
    .option("--tls-ca <file>", "trust the certificates of this file, and no others")
    .option("--tls-cert <file>", "show this certificate to the server")
    .option("--tls-key <file>", "the key of that certificate")
    .option("--insecure-skip-verify", "trust any certificate of the server")
    .option("--proxy <url>", "ask through this proxy, in place of that of HTTP_PROXY and HTTPS_PROXY")
    .option("--timeout <seconds>", "for each answer, with all tries (default: 10)", positiveNumber);
  if (!command.options.some(({ long }) => long === "--config")) addConfigOptions(command);
  return command;
}

function another(url: string, before: readonly string[] = []): readonly string[] {
  return collect(url, before);
}

function only(url: string, before: string | undefined): string {
  if (before === undefined) return url;
  throw new InvalidArgumentError("One server is asked; run the command once for each.");
}

/** The server that the command names, or none; ends the command where that cannot be asked so. */
export async function connectFrom(options: ServerOptions): Promise<PrometheusClient | undefined> {
  if (options.server === undefined) {
    refuseWithoutServer(options);
    return undefined;
  }
  const { clientFor } = await import("./server/client-for.js");
  return clientFor(options.server, options);
}

/** Options that mean nothing without a server. */
const flags = [
  ["username", "--username"],
  ["passwordFile", "--password-file"],
  ["bearerTokenFile", "--bearer-token-file"],
  ["httpConfigFile", "--http-config-file"],
  ["tlsCa", "--tls-ca"],
  ["tlsCert", "--tls-cert"],
  ["tlsKey", "--tls-key"],
  ["insecureSkipVerify", "--insecure-skip-verify"],
  ["proxy", "--proxy"],
  ["timeout", "--timeout"],
] as const;

/** Ends the command where it is said how a server is asked, and none is named. */
export function refuseWithoutServer(options: HowAsked): void {
  const [, given] = flags.find(([name]) => options[name] !== undefined) ?? [];
  const flag = options.header.length > 0 ? "--header" : given;
  if (flag === undefined) return;
  throw new CommandError(exitStatus.usage, `${flag} says how a server is asked, and none is named`, "add `--server`");
}
