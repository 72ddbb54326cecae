import { listening, start } from "./program.js";

/** A node exporter that runs. */
export interface NodeExporter {
  /** Its host and port. */
  readonly address: string;
  readonly failure: () => string | undefined;
  readonly stop: () => Promise<void>;
}

/** Starts a node exporter on a free port. */
export async function startNodeExporter(): Promise<NodeExporter> {
  const program = start("prometheus-node-exporter", ["--web.listen-address=127.0.0.1:0"]);
  try {
    const [, address = ""] = await program.says(listening);
    return { address, failure: program.failure, stop: program.stop };
  } catch (error) {
    await program.stop();
    throw error;
  }
}
