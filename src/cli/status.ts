import { PrometheusError } from "../prometheus/error.js";
import { CommandError, exitStatus } from "./exit.js";
import { colorsFor, write } from "./terminal.js";

/** The options of `promql-lint status`. */
export interface StatusCommandOptions {
  readonly server: string;
  readonly timeout: number;
  readonly format: "terminal" | "json";
  readonly color?: boolean;
}

/** Prints what a server says of itself and what is odd about it; returns the exit status, which oddities do not change. */
export async function statusCommand(options: StatusCommandOptions): Promise<number> {
  const { connect } = await import("../prometheus/client.js");
  const { askStatus } = await import("../status/ask.js");
  const { statusOf } = await import("../status/status.js");
  try {
    const server = connect({ url: options.server, timeout: options.timeout * 1000 });
    const status = await statusOf(await askStatus(server));
    if (options.format === "json") {
      const { statusJson } = await import("../status/json.js");
      await write(process.stdout, statusJson(status));
    } else {
      const { statusText } = await import("../status/text.js");
      await write(process.stdout, statusText(status, colorsFor(process.stdout, options.color), new Date()));
    }
    return exitStatus.ok;
  } catch (error) {
    if (!(error instanceof PrometheusError)) throw error;
    throw new CommandError(error.kind === "bad-url" ? exitStatus.usage : exitStatus.failure, error.message);
  }
}
