/** When series that agree in some labels have several values of another one. */
export type Finer =
  /** Whatever is measured. */
  | "always"
  /** Of all pods of a server, not of some that matchers pick. */
  | "unpicked"
  /** Likewise, and only of metrics that are known to be there for all of them. */
  | "known-metric";

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
/** Words that are used for all sorts of things. */
const vague: ReadonlySet<string> = new Set([
  "type",
  "state",
  "reason",
  "result",
  "outcome",
  "endpoint",
  "unit",
  "volume",
]);

/** A label and those that may depend on it, so that one value of them may mean one of it. */
export function dependentOn(label: string): readonly string[] {
  return rows.get(label) ?? [label];
}

/** Whether series that agree in the labels `compared` have several values of a label; nothing where that is not known. */
export function finerThan(label: string, compared: readonly string[]): Finer | undefined {
  const row = rows.get(label);
  if (row) return vague.has(label) || compared.some((each) => row.includes(each)) ? undefined : "always";
  const isWithin = (...outer: readonly string[]) => compared.every((each) => outer.includes(each));
  if (label === "container") return isWithin(...places, ...workloads) ? "unpicked" : undefined;
  if (label === "pod") return isWithin(...places) ? "known-metric" : undefined;
  return label === "instance" && isWithin("cluster", "region", "zone", "job") ? "known-metric" : undefined;
}
