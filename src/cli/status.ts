import { exitStatus } from "./exit.js";
import type { ServerOptions } from "./server-options.js";
import { endedBy } from "./server/server-failure.js";
import { colorsFor, write } from "./terminal.js";

/** The options of `promql-lint status`. */
export interface StatusCommandOptions extends ServerOptions {
  readonly server: string;
  readonly format: "terminal" | "json";
  readonly color?: boolean;
}

/** Prints what a server says of itself and what is odd about it; returns the exit status, which oddities do not change. */
export async function statusCommand(options: StatusCommandOptions): Promise<number> {
  const { clientFor } = await import("./server/client-for.js");
  const { askStatus } = await import("../status/ask.js");
  const { statusOf } = await import("../status/status.js");
  try {
    const status = await statusOf(await askStatus(await clientFor(options.server, options)));
    if (options.format === "json") {
      const { statusJson } = await import("../status/json.js");
      await write(process.stdout, statusJson(status));
    } else {
      const { statusText } = await import("../status/text.js");
      await write(process.stdout, statusText(status, colorsFor(process.stdout, options.color), new Date()));
    }
    return exitStatus.ok;
  } catch (error) {
    throw endedBy(error);
  }
}
