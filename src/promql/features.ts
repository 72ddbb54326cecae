/** The feature flags of the Prometheus server that queries may need: `--enable-feature=…`. */
export const features = [
  "promql-experimental-functions",
  "promql-duration-expr",
  "promql-extended-range-selectors",
  "promql-binop-fill-modifiers",
] as const;

/** A feature flag of the Prometheus server that queries may need. */
export type Feature = (typeof features)[number];

/** The server for which a query is meant. */
export interface PrometheusTarget {
  /** Such as `2.53` or `3.5.0`; without it, 3.14. */
  readonly version?: string;
  /** The flags that are on. Without a version, what needs a flag is only an info. */
  readonly features?: readonly Feature[];
}

/** Whether a version is the same as another or newer; missing parts are 0, and what follows a hyphen is ignored. */
export function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [parts(version), parts(least)];
  for (let index = 0; index < 3; index++) {
    const difference = (have[index] ?? 0) - (want[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function parts(version: string): number[] {
  return version.replace(/^v/, "").split("-", 1).join("").split(".").map(Number);
}
