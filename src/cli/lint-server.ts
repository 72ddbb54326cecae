import { overTables } from "../metrics/over-tables.js";
import { type AskedQuery, factsSession, type FactsSession } from "../prometheus/server-facts/index.js";
import { PrometheusError } from "../prometheus/error.js";
import type { FileOptions } from "./file-options.js";
import { connectFrom, type ServerOptions } from "./server-options.js";
import { endedBy } from "./server/server-failure.js";
import { CommandError } from "./exit.js";
import { note } from "./terminal.js";

/** What a server adds to how files and queries are linted. */
export type Learned = (own: FileOptions) => FileOptions;

/** A server that is asked before linting. */
export interface LintServer {
  /** Asks about some queries; whatever the server does not tell is said once. */
  readonly learn: (queries: readonly AskedQuery[]) => Promise<Learned>;
  /** Whether it could not be asked, which has been said. */
  readonly isDown: () => boolean;
}

/** The server of the options, which is asked when there is something to lint. */
export async function openLintServer(options: ServerOptions): Promise<LintServer | undefined> {
  const client = await connectFrom(options);
  if (!client) return undefined;
  const said = new Set<string>();
  let session: Promise<FactsSession> | undefined;
  let isDown = false;

  const learn = async (queries: readonly AskedQuery[]): Promise<Learned> => {
    if (isDown || queries.length === 0) return unchanged;
    try {
      const { options: told, notes } = await (await (session ??= factsSession(client))).learn(queries);
      for (const text of notes) {
        if (!said.has(text)) note(text);
        said.add(text);
      }
      return (own) => withServer(own, told);
    } catch (error) {
      if (!(error instanceof PrometheusError)) throw error;
      isDown = true;
      const ended = endedBy(error);
      note(`linted without the server: ${error.message}`, ended instanceof CommandError ? ended.help : undefined);
      return unchanged;
    }
  };
  return { learn, isDown: () => isDown };
}

function unchanged(own: FileOptions): FileOptions {
  return own;
}

/** What options and files say of metrics stays where the server says nothing. */
function withServer(
  own: FileOptions,
  { server, metrics, settings, prometheus }: Awaited<ReturnType<FactsSession["learn"]>>["options"],
): FileOptions {
  return {
    ...own,
    server,
    metrics: own.metrics ? overTables(metrics, own.metrics) : metrics,
    settings: { ...own.settings, ...settings },
    ...(prometheus && { prometheus }),
  };
}
