import type { Metrics } from "../../metrics/metrics.js";
import type { Call, Expr } from "../../syntax/ast.js";
import { recent } from "../../syntax/recent.js";
import { labelOf } from "./branch.js";
import { bucketsOf } from "../buckets.js";
import type { LabelFact } from "./label-fact.js";
import { labels } from "./labels.js";
import { holding } from "../marks.js";

/** What is asked of a query: its tree, and what is known of metrics. */
interface Asked {
  readonly root: Expr;
  readonly metrics: Metrics;
}

/** Why `histogram_quantile()` finds no bucket: that all classic buckets it is given have lost their label `le`. */
export function lostLe({ name, args }: Call, query: Asked): LabelFact | undefined {
  const buckets = name.text === "histogram_quantile" ? args[1] : undefined;
  if (!buckets || !holdingBuckets(query)(buckets.span)) return undefined;
  const facts = labels(buckets).map((branch) => labelOf(branch, "le"));
  return facts.every(({ presence }) => presence === "impossible") ? facts[0] : undefined;
}

const known = recent<Asked, ReturnType<typeof holding>>(1);

/** Whether a span of the query holds a selector of buckets. */
function holdingBuckets(query: Asked): ReturnType<typeof holding> {
  let holds = known.get(query);
  if (!holds) {
    holds = holding(query.root, "VectorSelector", (selector) => bucketsOf(selector, query) !== undefined);
    known.trim();
    known.set(query, holds);
  }
  return holds;
}
