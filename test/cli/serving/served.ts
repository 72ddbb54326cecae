import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { command } from "../command.js";

/** A command that serves something. */
export interface Served {
  /** The address that it says, without the slash at the end. */
  readonly url: string;
  /** All that it has said. */
  readonly said: string;
  /** Sends a signal; returns the exit status. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Starts the built command, and waits until it says where it serves. */
export async function startServed(args: readonly string[], cwd = process.cwd()): Promise<Served> {
  const child = spawn(process.execPath, [command, ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  const exited = once(child, "exit") as Promise<[number | null]>;
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Ctrl-C ends this\n")) resolve();
    });
    child.once("exit", () => reject(new Error(`promql-lint ${args.join(" ")} ended:\n${said}`)));
  });
  const [, url = ""] = /served at (http:\/\/127\.0\.0\.1:\d+)\//.exec(said) ?? [];
  return {
    url,
    said,
    async end(signal = "SIGTERM") {
      child.kill(signal);
      const [status] = await exited;
      return status;
    },
  };
}

/** Holds a free port of 127.0.0.1 while something is done. */
export async function whileInUse<T>(use: (port: string) => Promise<T>): Promise<T> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  try {
    return await use(String(typeof address === "object" ? address?.port : address));
  } finally {
    server.close();
  }
}
