import type { SeveralServerOptions } from "./server-options.js";
import { colorsFor, write } from "./terminal.js";

/** The options of `promql-lint status`. */
export interface StatusCommandOptions extends SeveralServerOptions {
  readonly server: readonly string[];
  readonly format: "terminal" | "json";
  readonly color?: boolean;
}

/**
 * Prints what servers say of themselves and what is odd about it; returns the exit status, which oddities do not change.
 */
export async function statusCommand({ server: servers, ...options }: StatusCommandOptions): Promise<number> {
  const { clientFor } = await import("./server/client-for.js");
  const { eachServer, jsonOf } = await import("./server/each-server.js");
  const { askStatus } = await import("../status/ask.js");
  const { statusOf } = await import("../status/status.js");
  const { answers, status } = await eachServer(servers, async (server) =>
    statusOf(await askStatus(await clientFor(server, options))),
  );
  if (options.format === "json") {
    const { statusJson } = await import("../status/json.js");
    await write(process.stdout, jsonOf(answers.map(statusJson), servers.length));
  } else {
    const { statusText } = await import("../status/text.js");
    const colors = colorsFor(process.stdout, options.color);
    const texts = answers.map((answer) => statusText(answer, colors, new Date()));
    await write(process.stdout, texts.join("\n"));
  }
  return status;
}
