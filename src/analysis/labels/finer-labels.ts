/** When series of a metric that is known to have a label have several values of it, though they agree in other labels. */
export type Finer =
  /** Wherever it is measured: the metric lists modes, buckets or the like. */
  | "always"
  /** For all pods of a server, not for some that matchers pick. */
  | "unpicked";

/** Labels that tell apart what one target measures. Those in one row may depend on each other. */
const dimensions: readonly (readonly string[])[] = [
  ["le"],
  ["quantile"],
  ["mode"],
  ["cpu", "core"],
  ["resource", "unit"],
  ["method", "verb", "operation"],
  ["handler", "route", "path", "uri", "url", "endpoint"],
  ["device", "mountpoint", "fstype", "disk", "interface", "volume", "persistentvolumeclaim"],
  ["code", "status", "status_code", "reason", "condition", "phase", "state", "type", "result", "outcome"],
];

const places = ["cluster", "region", "zone", "node", "nodename", "namespace", "job"];
const workloads = ["deployment", "statefulset", "daemonset", "replicaset", "workload", "service", "pod"];

const rows: ReadonlyMap<string, readonly string[]> = new Map(
  dimensions.flatMap((row) => row.map((label) => [label, row] as const)),
);
/** Those of which each place that is measured has several values, whatever happens there. */
const enumerated: ReadonlySet<string> = new Set([
  ...["le", "quantile", "mode", "cpu", "resource", "mountpoint", "fstype", "condition", "phase"],
]);

/** A label and those that may depend on it, so that one value of them may mean one of it. */
export function dependentOn(label: string): readonly string[] {
  return rows.get(label) ?? [label];
}

/** Whether series that agree in the labels `compared` have several values of a label; nothing where that is not sure. */
export function finerThan(label: string, compared: readonly string[]): Finer | undefined {
  const row = rows.get(label);
  if (row) return enumerated.has(label) && !compared.some((each) => row.includes(each)) ? "always" : undefined;
  const isWithin = (...outer: readonly string[]) => compared.every((each) => outer.includes(each));
  if (label === "container") return isWithin(...places, ...workloads) ? "unpicked" : undefined;
  if (label === "pod") return isWithin(...places) ? "unpicked" : undefined;
  return label === "instance" && isWithin("cluster", "region", "zone", "job") ? "unpicked" : undefined;
}
