import type { ServerFacts } from "../../src/metrics/server-facts.js";

/** What a server of a test has answered; it knows nothing else. */
export interface Answers extends Partial<
  Pick<ServerFacts, "retention" | "targets" | "scrapeIntervals" | "evaluationInterval">
> {
  /** By selection, how many series it gives. */
  readonly counts?: Readonly<Record<string, number>>;
  /** By `metric label`, the values. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** By selection, how many seconds ago there was a series last. */
  readonly seen?: Readonly<Record<string, number>>;
  /** By query, how many series it gives, or why it fails. */
  readonly outcomes?: Readonly<Record<string, number | string>>;
  readonly notStored?: readonly string[];
}

/** The time at which the server was asked. */
const time = Date.UTC(2026, 2, 2, 12) / 1000;

/** The facts of a server that has given these answers. */
export function serverWith(answers: Answers): ServerFacts {
  const { counts = {}, values = {}, seen = {}, outcomes = {}, notStored = [], ...rest } = answers;
  return {
    server: "http://prometheus",
    time,
    ...rest,
    isStored: (metric) => !notStored.includes(metric),
    count: (selection) => counts[selection],
    values: (metric, label) => values[`${metric} ${label}`],
    lastSeen: (selection) => {
      const age = seen[selection];
      return age === undefined ? undefined : time - age;
    },
    outcome: (query) => {
      const given = outcomes[query];
      if (given === undefined) return undefined;
      return typeof given === "number" ? { series: given } : { error: given };
    },
  };
}
