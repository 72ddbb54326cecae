import type { CatalogueEntry } from "../../catalogue/entry.js";
import { askForName } from "../../promql/spelling.js";
import { visible } from "../../report/visible.js";
import { CommandError, exitStatus } from "../exit.js";
import { packageFiles } from "../package-files.js";
import { connectFrom, type ServerOptions } from "../server-options.js";
import { colorsFor } from "../terminal.js";

/** Every entry of the catalogue that comes with the package. */
export async function readCatalogue(): Promise<readonly CatalogueEntry[]> {
  const { loadCatalogues } = await import("../../catalogue/load.js");
  const { entries, problems } = await loadCatalogues(await packageFiles("examples/catalogue", ".yaml"));
  if (problems.length > 0) {
    const { problemsText } = await import("../../catalogue/report.js");
    throw new Error(problemsText(problems, colorsFor(process.stderr, false)));
  }
  return entries;
}

/** Ends the command where one of the names that were given is not among those that there are. */
export function checkNames(given: readonly string[], known: readonly string[], what: string): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) throw unknownName(unknown, known, what);
}

function unknownName(name: string, known: readonly string[], what: string): CommandError {
  const help =
    askForName(name, known) ??
    (known.length < 40 ? `it holds ${known.join(", ")}` : "list them with `promql-lint catalogue list`");
  return new CommandError(exitStatus.usage, `the catalogue has no ${what} \`${visible(name)}\``, help);
}

/** The entry with an id; ends the command where there is none. */
export function entryOf(id: string, entries: readonly CatalogueEntry[]): CatalogueEntry {
  const entry = entries.find((each) => each.id === id);
  if (entry) return entry;
  throw unknownName(
    id,
    entries.map((each) => each.id),
    "query",
  );
}

/** Who is asked, and for which time: a server now, or the demo cluster at its moment. */
export async function askedFrom(options: ServerOptions) {
  const client = await connectFrom(options);
  if (client) return { server: client, time: new Date() };
  const { demoServer } = await import("../../embedded/demo-server.js");
  const server = demoServer();
  return { server, time: server.now };
}
