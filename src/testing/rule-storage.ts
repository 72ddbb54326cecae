import { noLabels, type Labels } from "../engine/labels.js";
import type { Mark } from "../engine/marks.js";
import { instantQuery, type QueryOptions } from "../engine/query.js";
import { createStorage } from "../engine/storage.js";
import { labelsOf } from "../engine/labels.js";
import type { Feature } from "../promql/features.js";
import { parseError, queryMistake } from "./query-mistake.js";

/** A sample of a vector. */
export interface VectorSample {
  readonly labels: Labels;
  readonly value: number;
}

/** The result of a query, or why there is none: `unsupported` where the engine does not know it. */
export type VectorAnswer =
  { readonly samples: readonly VectorSample[] } | { readonly error: string; readonly isUnsupported: boolean };

/** Series to which rules write, and which they read. Times are in milliseconds. */
export interface RuleStorage {
  /** Adds a sample; answers why a server does not take it: rules never change what is there. */
  readonly append: (labels: Labels, time: number, value: number | Mark) => string | undefined;
  /** The result of a query as a vector; a scalar is one of its samples. */
  readonly vector: (query: string, time: number) => VectorAnswer;
}

/** How queries of rules and tests are evaluated. */
export interface RuleQueryOptions extends QueryOptions {
  /** The feature flags that are on. */
  readonly features: readonly Feature[];
}

/** Starts without series. */
export function createRuleStorage({ features, ...options }: RuleQueryOptions): RuleStorage {
  const storage = createStorage();
  const last = new Map<string, { readonly time: number; readonly value: number | Mark }>();
  const mistakes = new Map<string, string | undefined>();

  function mistakeOf(query: string): string | undefined {
    if (!mistakes.has(query)) {
      const problem = queryMistake(query, features);
      mistakes.set(query, problem && parseError(query, problem));
    }
    return mistakes.get(query);
  }

  return {
    append(labels, time, value) {
      const before = last.get(labels.key);
      if (before && time < before.time) return "out of order sample: the series has a later one already";
      if (before && time === before.time) {
        if (Object.is(before.value, value)) return undefined;
        return `duplicate sample for timestamp: the series has another value at this time already`;
      }
      last.set(labels.key, { time, value });
      storage.append(labels, time, value);
      return undefined;
    },
    vector(query, time) {
      const mistake = mistakeOf(query);
      if (mistake !== undefined) return { error: mistake, isUnsupported: false };
      const answer = instantQuery(storage, query, time / 1000, options);
      if ("error" in answer) {
        return { error: answer.error.message, isUnsupported: answer.error.kind === "unsupported" };
      }
      const { result } = answer;
      if (result.type === "scalar") return { samples: [{ labels: noLabels, value: result.sample.value }] };
      if (result.type !== "vector") return { error: "rule result is not a vector or scalar", isUnsupported: false };
      return {
        samples: result.series.map(({ labels, sample }) => ({
          labels: labelsOf(Object.entries(labels)),
          value: sample.value,
        })),
      };
    },
  };
}
