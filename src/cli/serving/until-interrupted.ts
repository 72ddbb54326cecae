import { note } from "../terminal.js";
import type { Serving } from "./serve.js";

/** Where something is served, in words, and what to do with it. */
export interface Told {
  readonly text: string;
  readonly help: string;
}

/** Goes on serving until Ctrl-C or SIGTERM. `prepare` does what comes first, and says what is told then. */
export async function untilInterrupted(
  { address, close }: Serving,
  prepare: (address: string) => Told | Promise<Told>,
): Promise<void> {
  try {
    const { text, help } = await prepare(address);
    const interrupted = interruption();
    note(text, `${help}; Ctrl-C ends this`);
    await interrupted;
  } finally {
    await close();
  }
}

/** Waits for a signal, which so far ended the command at once, and now is how serving ends. The next one kills. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.removeAllListeners(signal);
      process.once(signal, () => resolve());
    }
  });
}
