import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The folder of the programs of Prometheus. */
export const binaries = process.env["PROMQL_PROMETHEUS_BIN"];

/** Where promtool is. */
export const promtool = join(binaries ?? "", "promtool");

/** Host and port at which nothing listens: no server is given the port 1. */
export const nothing = "127.0.0.1:1";

/** What programs write of where they listen, once they were told to listen on any free port. */
export const listening = /msg="Listening on".*address=(\S+)/;

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

/** A program that runs. */
export interface Program {
  /** Why it does not run any more. */
  readonly failure: () => string | undefined;
  /** Waits until a text is on its standard error. */
  readonly says: (text: RegExp) => Promise<RegExpExecArray>;
  /** Has it read its configuration again. */
  readonly reload: () => void;
  readonly stop: () => Promise<void>;
}

/** Starts one of the programs of the suite, or another one by its whole path. */
export function start(program: string, flags: readonly string[]): Program {
  const child = spawn(resolve(binaries ?? "", program), flags, { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  let broken: string | undefined;
  child.stderr.on("data", (chunk: Buffer) => (log = (log + chunk.toString()).slice(-20_000)));
  child.on("error", (error) => (broken = error.message));
  const failure = () => broken ?? (hasExited(child) ? `${program} ended:\n${log}` : undefined);
  return {
    failure,
    async says(text) {
      const end = Date.now() + 30_000;
      for (;;) {
        const found = text.exec(log);
        if (found) return found;
        const reason = failure();
        if (reason !== undefined) throw new Error(reason);
        if (Date.now() > end) throw new Error(`waited 30 s in vain for ${program}:\n${log}`);
        await sleep(20);
      }
    },
    reload: () => void child.kill("SIGHUP"),
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

/** Starts what must know its port before; on another port where somebody has taken the first one meanwhile. */
export async function onFreePort<T>(startOn: (port: number) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await startOn(await freePort());
    } catch (error) {
      if (tries === 5 || !/address already in use/.test(String(error))) throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port is free");
  await new Promise((resolve) => server.close(resolve));
  return address.port;
}
