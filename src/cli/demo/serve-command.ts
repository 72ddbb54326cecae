import type { Demo } from "../../demo/index.js";
import { writeOutputFile } from "../output-file.js";
import { shownPath } from "../paths.js";
import { note } from "../terminal.js";
import { prometheusConfig } from "./scrape-config.js";
import { startServing } from "./serve.js";

/** How a demo is served. */
export interface ServeOptions {
  readonly host?: string;
  readonly port?: number;
  /** A file for a configuration of Prometheus. */
  readonly writeConfig?: string;
}

/** Serves a demo until Ctrl-C or SIGTERM; `prepare` is done first, once it is sure that it can be served. */
export async function serveUntilInterrupted(
  demo: Demo,
  { host = "127.0.0.1", port = 9190, writeConfig }: ServeOptions,
  prepare: () => Promise<void>,
): Promise<void> {
  const { address, close } = await startServing(demo, { host, port });
  try {
    if (writeConfig !== undefined) writeOutputFile(writeConfig, prometheusConfig(demo, address));
    await prepare();
    const config = writeConfig === undefined ? `http://${address}/prometheus.yml` : shownPath(writeConfig);
    const interrupted = interruption();
    note(`the demo cluster is served at http://${address}/`, `start Prometheus with ${config}; Ctrl-C ends this`);
    await interrupted;
  } finally {
    await close();
  }
}

/** Waits for a signal that so far ended the command as an interruption, and now is how serving ends. The next one kills. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.removeAllListeners(signal);
      process.once(signal, () => resolve());
    }
  });
}
