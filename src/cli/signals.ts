import { exitStatus } from "./exit.js";

const endings = [
  ["SIGINT", exitStatus.interrupted],
  ["SIGTERM", exitStatus.terminated],
  ["SIGHUP", exitStatus.hungUp],
] as const;

/**
 * Has signals heard between two steps of the work: they end the command as a shell says it, after all that listens for its
 * end. Returns what takes that back. Without it the system ends the command at once, in the middle of whatever it computes.
 */
export function hearSignals(): () => void {
  const taken = endings.map(([signal, status]) => {
    const end = (): void => process.exit(status);
    process.on(signal, end);
    return () => process.removeListener(signal, end);
  });
  return () => taken.forEach((takeBack) => takeBack());
}

let isUncut = false;

/** Has signals wait for work that must not be cut, and ends the command behind it where one came meanwhile. */
export function uncut<T>(work: () => T): T {
  if (isUncut) return work();
  const takeBack = hearSignals();
  isUncut = true;
  try {
    return work();
  } finally {
    // Node asks the system for signals between here and there.
    setImmediate(() => {
      isUncut = false;
      takeBack();
    });
  }
}
