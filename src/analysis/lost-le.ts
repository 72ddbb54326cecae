import type { Metrics } from "../metrics/metrics.js";
import type { Call } from "../syntax/ast.js";
import { nodesOf } from "../syntax/walk.js";
import { labelOf } from "./branch.js";
import { bucketsOf } from "./buckets.js";
import type { LabelFact } from "./label-fact.js";
import { labels } from "./labels.js";

/** Why `histogram_quantile()` finds no bucket: that all classic buckets it is given have lost their label `le`. */
export function lostLe({ name, args }: Call, query: { readonly metrics: Metrics }): LabelFact | undefined {
  const buckets = name.text === "histogram_quantile" ? args[1] : undefined;
  if (!buckets || !nodesOf(buckets, "VectorSelector").some((selector) => bucketsOf(selector, query))) return undefined;
  const facts = labels(buckets).map((branch) => labelOf(branch, "le"));
  return facts.every(({ presence }) => presence === "impossible") ? facts[0] : undefined;
}
