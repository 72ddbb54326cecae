import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The folder of the programs of Prometheus. */
export const binaries = process.env["PROMQL_PROMETHEUS_BIN"];

/** Waits until something holds, half a minute at most. */
export async function eventually(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    if (await holds().catch(isNotReady)) return;
    if (Date.now() > end) throw new Error(`waited 30 s in vain for ${what}`);
    await sleep(200);
  }
}

/** A server that starts refuses connections first, and says that it is not ready next. */
function isNotReady(error: unknown): false {
  if (error instanceof Error && error.name === "PrometheusError") return false;
  throw error;
}

/** Starts one of the programs of the suite, or another one by its whole path. */
export function start(program: string, flags: readonly string[]) {
  const child = spawn(resolve(binaries ?? "", program), flags, { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  let broken: string | undefined;
  child.stderr.on("data", (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4000)));
  child.on("error", (error) => (broken = error.message));
  return {
    failure: () => broken ?? (hasExited(child) ? `${program} ended:\n${log}` : undefined),
    async stop() {
      if (broken || hasExited(child)) return;
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), 5000);
      await exited;
      clearTimeout(killer);
    },
  };
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Two loopback ports on which nothing listens. */
export async function freePorts(): Promise<readonly [number, number]> {
  const [first, second] = await Promise.all([holdPort(), holdPort()]);
  await Promise.all([first.release(), second.release()]);
  return [first.port, second.port];
}

async function holdPort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port is free");
  return { port: address.port, release: () => new Promise((resolve) => server.close(resolve)) };
}
