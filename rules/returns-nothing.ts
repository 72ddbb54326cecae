import { askedJob } from "../src/analysis/asked-job.js";
import { expectedEmpty } from "../src/analysis/expected-empty.js";
import { readsAbsence } from "../src/analysis/marks.js";
import { emptySince, targetsInWords } from "../src/analysis/missing-in-words.js";
import { type SelectedNothing, selectedNothing } from "../src/analysis/selected-nothing.js";
import { readings } from "../src/analysis/readings.js";
import { selectionsOf } from "../src/analysis/selections.js";
import { defineRule, type Finding, type Query } from "../src/lint/rule.js";
import type { ServerFacts } from "../src/metrics/server-facts.js";
import { operatorInfo } from "../src/promql/operators.js";
import type { Binary } from "../src/syntax/ast.js";
import { print } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";

export const returnsNothing = defineRule({
  id: "returns-nothing",
  summary: "A query that returns nothing on the server now leaves a panel or a recorded series empty",
  category: "selectors",
  severity: "warning",
  subject: "query",

  *check(query) {
    const { server, root } = query;
    if (!server) return;
    const mayBeEmpty = expectedEmpty(root);
    let isExplained = false;
    for (const nothing of selectedNothing(root, server)) {
      isExplained = true;
      if (mayBeEmpty(nothing.selector.span)) continue;
      if (nothing.because === "metric") yield gone(nothing, server);
      if (nothing.because === "together") yield notTogether(nothing, server);
    }
    if (!isExplained && isNothing(query, server)) yield joinedToNothing(query, server);
  },
});

/** Of a metric that was there once, and is not now. */
function gone({ selector, metric, selections }: SelectedNothing, server: ServerFacts): Finding {
  const since = emptySince(selections.ofMetric, server);
  const job = askedJob(selector);
  const help = job === undefined ? undefined : targetsInWords("job", job, server);
  return {
    at: metric.span,
    message: `\`${metric.text}\` has no series on ${server.server} ${since ?? "now"}`,
    ...(help !== undefined && { help }),
  };
}

/** Each matcher matches something, and no series fulfils all of them. */
function notTogether({ selector, metric, selections }: SelectedNothing, server: ServerFacts): Finding {
  const since = emptySince(selections.all, server);
  const counts = selections.alone.map(
    ({ matcher, selection }) => `${server.count(selection) ?? 0} with \`${print(matcher)}\``,
  );
  return {
    at: selector.braces ?? selector.span,
    message: `no series of \`${metric.text}\` on ${server.server} ${since ? "has fulfilled" : "fulfils"} all matchers together${since ? ` ${since}` : ""}`,
    severity: "info",
    ...(counts.length > 0 && {
      help: `of ${server.count(selections.ofMetric) ?? 0} series there are ${counts.join(", ")}`,
    }),
  };
}

/** Whether a query is empty though all its selectors have series, and nothing in it is made to leave series out. */
function isNothing({ root, text, use }: Query, server: ServerFacts): boolean {
  if (use === "alert" || nodesOf(root, "Call").some(readsAbsence) || nodesOf(root, "Binary").some(leavesOut))
    return false;
  const outcome = server.outcome(text);
  if (!outcome || !("series" in outcome) || outcome.series > 0) return false;
  return readings(root).every((reading) => {
    const selections = selectionsOf(reading);
    return selections !== undefined && (server.count(selections.all) ?? 0) > 0;
  });
}

function leavesOut({ op, bool }: Binary): boolean {
  const { class: kind } = operatorInfo(op.text);
  return kind === "set" || (kind === "comparison" && !bool);
}

function joinedToNothing({ root }: Query, { server }: ServerFacts): Finding {
  const binaries = nodesOf(root, "Binary");
  const [only] = binaries;
  const at = only && binaries.length === 1 ? only.op.span : root.span;
  return {
    at,
    severity: "info",
    message: `the query returns nothing on ${server} now, though each of its selectors has series there`,
    help: "compare the labels of both sides, and the range with how often the targets are scraped",
  };
}
