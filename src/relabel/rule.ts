/** What a relabel rule does. Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
export type RelabelAction =
  | "replace"
  | "keep"
  | "drop"
  | "keepequal"
  | "dropequal"
  | "hashmod"
  | "labelmap"
  | "labeldrop"
  | "labelkeep"
  | "lowercase"
  | "uppercase";

/** The actions by name. */
export const relabelActions: ReadonlySet<string> = new Set<RelabelAction>([
  ...(["replace", "keep", "drop", "keepequal", "dropequal", "hashmod"] as const),
  ...(["labelmap", "labeldrop", "labelkeep", "lowercase", "uppercase"] as const),
]);

/** One item of `relabel_configs`, every field filled in. */
export interface RelabelRule {
  readonly action: RelabelAction;
  readonly sourceLabels: readonly string[];
  /** Stands between the values of the source labels. */
  readonly separator: string;
  /** RE2, for the whole of a value or name. */
  readonly regex: string;
  /** Of `hashmod`; 0 elsewhere. */
  readonly modulus: number;
  readonly targetLabel: string;
  readonly replacement: string;
}

/** What Prometheus takes for the fields that a rule leaves out. */
export const defaultRelabelRule: RelabelRule = {
  action: "replace",
  sourceLabels: [],
  separator: ";",
  regex: "(.*)",
  modulus: 0,
  targetLabel: "",
  replacement: "$1",
};
