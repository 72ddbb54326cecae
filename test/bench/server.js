import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/**
 * A real server with the series of an OpenMetrics text; it scrapes nothing.
 *
 * @param {string} binaries The folder of prometheus and promtool.
 * @param {Iterable<string>} text
 */
export async function startServer(binaries, text) {
  const folder = mkdtempSync(join(tmpdir(), "promql-bench-"));
  const [input, data, config] = [join(folder, "series.txt"), join(folder, "data"), join(folder, "prometheus.yml")];
  await writeFile(input, text);
  await writeFile(config, "{}");
  await promisify(execFile)(join(binaries, "promtool"), [
    "tsdb",
    "create-blocks-from",
    "openmetrics",
    "--quiet",
    input,
    data,
  ]);
  const child = spawn(
    join(binaries, "prometheus"),
    [
      ...[`--config.file=${config}`, `--storage.tsdb.path=${data}`, "--storage.tsdb.retention.time=100y"],
      "--web.listen-address=127.0.0.1:0",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const stop = async () => {
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  const address = await new Promise((resolve, reject) => {
    let log = "";
    child.on("exit", () => reject(new Error(`prometheus ended:\n${log}`)));
    child.stderr.on("data", (chunk) => {
      log = (log + String(chunk)).slice(-10_000);
      const [, found] = /msg="Listening on".*address=(\S+)/.exec(log) ?? [];
      if (found && log.includes("Server is ready to receive web requests")) resolve(found);
    });
  });
  return { url: `http://${String(address)}`, stop };
}
