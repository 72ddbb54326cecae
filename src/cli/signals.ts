import { exitStatus } from "./exit.js";

const endings = [
  ["SIGINT", () => process.exit(exitStatus.interrupted)],
  ["SIGTERM", () => process.exit(exitStatus.terminated)],
  ["SIGHUP", () => process.exit(exitStatus.hungUp)],
] as const;

/** Lets signals end the command between two pieces of work, so that none is left half done. */
export function handleSignals(): void {
  for (const [signal, end] of endings) process.off(signal, end).on(signal, end);
}

/** Lets signals end the process at once while a program of the user runs: its loop may never come to an end. */
export async function withoutSignalHandlers<T>(run: () => Promise<T>): Promise<T> {
  for (const [signal, end] of endings) process.off(signal, end);
  try {
    return await run();
  } finally {
    handleSignals();
  }
}
