import { join } from "node:path";
import { listening, start } from "./program.js";

/** A Prometheus that runs. */
export interface Prometheus {
  readonly url: string;
  /** Has it read its configuration again. */
  readonly reload: () => void;
  readonly stop: () => Promise<void>;
}

/** Starts the Prometheus of a folder on a free port, with a configuration and a folder for data, and waits until it is ready. */
export async function startPrometheus(
  binaries: string,
  config: string,
  data: string,
  flags: readonly string[] = [],
): Promise<Prometheus> {
  const program = start(join(binaries, "prometheus"), [
    ...[`--config.file=${config}`, `--storage.tsdb.path=${data}`, "--web.listen-address=127.0.0.1:0"],
    ...flags,
  ]);
  try {
    const [, address = ""] = await program.says(listening);
    await program.says(/Server is ready to receive web requests/);
    return { url: `http://${address}`, reload: program.reload, stop: program.stop };
  } catch (error) {
    await program.stop();
    throw error;
  }
}
