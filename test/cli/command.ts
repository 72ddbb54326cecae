import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What the command is run with. */
export interface RunOptions {
  /** Its standard input; without it, an empty one. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The user to run it as, by number; only root can change it. */
  readonly uid?: number;
  /** Whether to stop reading standard output after its first bytes, as `head` does. */
  readonly hangsUp?: boolean;
  /** A signal that is sent to it once it has written so many lines to standard error. */
  readonly interruption?: { readonly signal: NodeJS.Signals; readonly afterLines: number };
  /** A module that is loaded into it first. */
  readonly preload?: string;
}

/** What came of a run; of one that a signal ended, the status as a shell says it. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command. */
export const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** Longer than any run takes, on a machine under load. */
const timeout = 40_000;

/** The environment, but for what changes the output. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !["NO_COLOR", "FORCE_COLOR", "PROMQL_LINT_DEBUG", "PRE_COMMIT"].includes(name),
  ),
);

/** Runs the built command. Fails where it is not built, hangs, or prints a stack trace. */
export async function promqlLint(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  if (!existsSync(command)) throw new Error("dist/ is missing: `npm run build` makes it");
  const child = spawn(process.execPath, [command, ...args], {
    env: {
      ...environment,
      ...options.env,
      ...(options.preload !== undefined && { NODE_OPTIONS: `--import=${pathToFileURL(options.preload).href}` }),
    },
    timeout,
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => {
    out.push(chunk);
    if (options.hangsUp) child.stdout.destroy();
  });
  const { interruption } = options;
  child.stderr.on("data", (chunk: Buffer) => {
    err.push(chunk);
    if (interruption && linesOf(err) >= interruption.afterLines) child.kill(interruption.signal);
  });
  // It may end before it has read everything.
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  const { status, isKilled } = await new Promise<{ status: number | null; isKilled: boolean }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({ status: signal === null ? code : 128 + constants.signals[signal], isKilled: signal !== null }),
    );
  });
  const outcome = { status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
  if (isKilled && !interruption) throw new Error(`promql-lint ${args.join(" ")} was killed after ${timeout / 1000} s`);
  const trace = /^ {4}at .*$/m.exec(outcome.stdout + outcome.stderr);
  if (trace) throw new Error(`promql-lint ${args.join(" ")} printed a stack trace:\n${outcome.stderr}`);
  return outcome;
}

function linesOf(chunks: readonly Buffer[]): number {
  return Buffer.concat(chunks).toString().split("\n").length - 1;
}
