import type { Feature } from "../promql/features.js";
import type { FilePlace } from "../schema/places.js";

/** How an entry is meant to be evaluated: now, over a span of time for a graph, or as the condition of an alert. */
export type EntryKind = "instant" | "range" | "alert";

/** How much PromQL a reader must know. */
export type Level = "beginner" | "intermediate" | "advanced";

/** What a query needs in order to return something. */
export interface Requirements {
  /** The names of the series that the query reads, with `_bucket`, `_sum`, `_count`. */
  readonly metrics: readonly string[];
  /** Flags that the exporter must have been started with, where they are not on anyway. */
  readonly flags?: readonly string[];
  /** The versions of the exporter that have the metrics, such as `>= 1.0.0`. */
  readonly version?: string;
  /** The versions of Prometheus that accept the query, where 2.42 does not, such as `>= 3.0`. */
  readonly prometheus?: string;
  /** Feature flags that the Prometheus server needs for the query. */
  readonly features?: readonly Feature[];
  /** What a machine or cluster must have besides. */
  readonly note?: string;
}

/** Stands for a rule where no rule can see a mistake. */
export const noRule = "none";

/** A query that people write for the same question, and that answers another one or none. */
export interface WrongWay {
  readonly query: string;
  /** What its result is instead, and where it shows. */
  readonly why: string;
  /** The rule or problem that finds it, or {@link noRule}. */
  readonly rule: string;
}

/** A query that is worth knowing. */
export interface Entry {
  /** Unique among all catalogues, in kebab case. */
  readonly id: string;
  readonly question: string;
  readonly query: string;
  readonly kind: EntryKind;
  /** Of the result's values: `ratio`, `bytes/second`. */
  readonly unit: string;
  /** The value type of the expression. */
  readonly type: "vector" | "scalar" | "string" | "matrix";
  /** Labels that every series of the result has, others not excluded. */
  readonly labels: readonly string[];
  readonly explanation: string;
  /** The most common first. */
  readonly wrong?: readonly WrongWay[];
  readonly requires: Requirements;
  /** The incident of the demo cluster in which an alert's condition is met; without one it never is there. */
  readonly incident?: string;
  /** Public documentation on which the entry rests. */
  readonly source: string;
  readonly tags: readonly string[];
  readonly level: Level;
}

/** Who gives the metrics of a catalogue, and how to know its targets. */
export interface Exporter {
  readonly name: string;
  /** Names that the exporter's job usually has. */
  readonly jobs: readonly string[];
  /** The port on which it listens unless told otherwise. */
  readonly port?: number;
  /** The versions for which the catalogue is written, such as `>= 0.16.0`. */
  readonly version?: string;
  readonly docs: string;
  /** A scrape job for Prometheus' configuration, where the exporter needs one that is out of the ordinary. */
  readonly scrape?: string;
}

/** A catalogue as its file holds it. */
export interface CatalogueFile {
  readonly version: 1;
  readonly exporter: Exporter;
  readonly entries: readonly Entry[];
}

/** An entry with its exporter and where it stands. */
export interface CatalogueEntry extends Entry {
  readonly exporter: Exporter;
  readonly at: FilePlace;
}
