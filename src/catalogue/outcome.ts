import type { Labels, Sample } from "../prometheus/index.js";
import type { CatalogueEntry } from "./entry.js";

/**
 * Why a query returns nothing. `no-exporter`: no target gives any of the exporter's metrics. `target-down`: the target
 * that gives them cannot be scraped. `not-scraped-yet`: it has not been scraped so far. `other-version`: the exporter is
 * of a version that does not have the metric. `unknown-metric`: the exporter is there, the metric is not. `metric-gone`: the metric was there, and no target gives it now. `no-match`: it is there,
 * and the query selects none of its series.
 */
export type EmptyCode =
  "no-exporter" | "target-down" | "not-scraped-yet" | "other-version" | "unknown-metric" | "metric-gone" | "no-match";

/** Why a query returns nothing, in a sentence that may hold a server's text as it came. */
export interface EmptyReason {
  readonly code: EmptyCode;
  readonly message: string;
  readonly help?: string;
  /** The required metrics that are missing, or those that are there where none is. */
  readonly metrics: readonly string[];
}

/** One of the series of a result, with its last sample; a scalar or string has no labels. */
export interface SampleOfResult {
  readonly labels: Labels;
  readonly sample: Sample | { readonly time: number; readonly text: string };
}

/** What became of an entry. An alert whose condition is not met is `ok` with no series. */
export type Outcome =
  | {
      readonly status: "ok";
      readonly entry: CatalogueEntry;
      readonly series: number;
      readonly example?: SampleOfResult;
      readonly warnings: readonly string[];
      readonly infos: readonly string[];
    }
  | { readonly status: "empty"; readonly entry: CatalogueEntry; readonly reason: EmptyReason }
  | { readonly status: "error"; readonly entry: CatalogueEntry; readonly message: string; readonly help?: string };

/** What became of every entry, in the order of the catalogue. */
export interface CatalogueRun {
  /** The server's address without credentials. */
  readonly server: string;
  readonly outcomes: readonly Outcome[];
  readonly summary: { readonly ok: number; readonly empty: number; readonly error: number };
}
