import { askedJob } from "../src/analysis/asked-job.js";
import { misreadNames } from "../src/analysis/misread-name.js";
import { readsAbsence } from "../src/analysis/marks.js";
import { targetsInWords } from "../src/analysis/missing-in-words.js";
import { renameMetric, successorInWords } from "../src/analysis/rename-metric.js";
import { namedType } from "../src/analysis/selectors.js";
import { selectedName } from "../src/analysis/labels/selected-name.js";
import { listInWords } from "../src/analysis/words.js";
import { metricNames } from "../src/lint/options.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import { type Meant, meantBy } from "../src/metrics/meant.js";
import { misrememberedAs } from "../src/metrics/misremembered.js";
import type { Metrics } from "../src/metrics/metrics.js";
import { removalOf } from "../src/metrics/removed.js";
import type { Successor } from "../src/metrics/successor.js";
import { matchesSome } from "../src/promql/name-pattern.js";
import { recent, type Recent } from "../src/syntax/recent.js";
import type { VectorSelector } from "../src/syntax/ast.js";
import { nodesOf } from "../src/syntax/walk.js";

export const unknownMetric = defineRule({
  id: "unknown-metric",
  summary: "A metric that does not exist selects nothing",
  category: "selectors",
  severity: "warning",
  subject: "query",
  options: {
    exceptMetrics: metricNames("Metrics that exist all the same, such as those of an exporter of your own"),
  },

  *check(query, { exceptMetrics }) {
    const misread = new Set<number>();
    for (const { name, kind, meant } of misreadNames(query.root)) {
      if (exists(name.text, query) || matchesSome(exceptMetrics, name.text)) continue;

      misread.add(name.span.from);
      yield {
        at: name.span,
        message: `\`${name.text}\` is read as the name of a metric, though it is ${kind}`,
        ...(meant === undefined
          ? { help: `write what it reads in parentheses: \`${name.text}(…)\`` }
          : { fixes: [{ title: `Use \`${meant}\``, safety: "suggestion", edits: [{ ...name.span, insert: meant }] }] }),
      };
    }
    for (const selector of nodesOf(query.root, "VectorSelector")) {
      const metric = selectedName(selector);
      const unknown = metric && unknownName(metric.text, query);
      if (!unknown || matchesSome(exceptMetrics, metric.text)) continue;
      if (misread.has(metric.span.from)) continue;
      if (unknown.meant.some(({ name }) => isAskedFor(name, query))) continue;
      if (unknown.mayCome && isInAbsence(selector.span.from, query)) continue;

      const help = unknown.mayCome && unknown.meant.length === 0 ? whyNotScraped(selector, query) : undefined;
      const safety = unknown.meant.length === 1 ? "review" : "suggestion";
      yield {
        at: metric.span,
        message: `\`${metric.text}\` selects nothing: ${unknown.why}`,
        ...(help && { help }),
        fixes: unknown.meant.map((successor) => ({
          title: `Use \`${successorInWords(successor)}\``,
          safety,
          edits: renameMetric(selector, metric, successor, query.text),
        })),
      };
    }
  },
});

/** Whether there is such a metric all the same: a server or a file has it, or a recording rule gives it. */
function exists(name: string, query: Query): boolean {
  const isListed = query.metrics.missing?.(name) === undefined && isKnown(name, query.metrics);
  return isListed || isToldElsewhere(name, query);
}

/** What is wrong with the targets of the job that is asked for, where a server tells. */
function whyNotScraped(selector: VectorSelector, { server }: Query): string | undefined {
  const job = askedJob(selector);
  return server && job !== undefined ? targetsInWords("job", job, server) : undefined;
}

/** A name that no series has. */
interface UnknownName {
  readonly why: string;
  readonly meant: readonly Successor[];
  /** Whether there may be such a series one day. */
  readonly mayCome?: true;
}

/** Why nobody gives a metric of that name; nothing where somebody does, where nobody can tell, or where another rule says it. */
function unknownName(name: string, query: Query): UnknownName | undefined {
  const { metrics } = query;
  const source = metrics.missing?.(name);
  if (source === undefined && isKnown(name, metrics)) return undefined;
  if (isToldElsewhere(name, query)) return undefined;
  return misremembered(name) ?? (source === undefined ? misspelt(name, query) : missing(name, source, query));
}

function isKnown(name: string, metrics: Metrics): boolean {
  const { how, metric } = namedType(name, metrics);
  return how === "table" || metric !== undefined;
}

/** Whether a query asks for one name or the other, as `a or b` does. */
function isAskedFor(name: string, { root }: Query): boolean {
  const isEither = nodesOf(root, "Binary").some(({ op }) => op.text === "or");
  return isEither && nodesOf(root, "VectorSelector").some((selector) => selectedName(selector)?.text === name);
}

/** A recording rule gives the metric, or another rule says what it was. */
function isToldElsewhere(name: string, { settings }: Query): boolean {
  return settings.recorded?.has(name) === true || removalOf(name) !== undefined || writtenLater.has(name);
}

/** What a server writes as soon as there is an alert. */
const writtenLater: ReadonlySet<string> = new Set(["ALERTS", "ALERTS_FOR_STATE"]);

function misremembered(name: string): UnknownName | undefined {
  const known = misrememberedAs(name);
  return (
    known && { why: `${known.exporter} calls it \`${successorInWords(known.successor)}\``, meant: [known.successor] }
  );
}

/** A name that a server does not know, which knows all there are. */
function missing(name: string, source: string, query: Query): UnknownName {
  return { why: `${source} has no such series`, meant: meantFew(name, query), mayCome: true };
}

/** A name that is like one of those of an exporter whose names are known. */
function misspelt(name: string, query: Query): UnknownName | undefined {
  const meant = meantFew(name, query);
  if (meant.length === 0) return undefined;
  const sources = [...new Set(meant.map(({ metric }) => metric.source))];
  return { why: `${listInWords(sources)} ${sources.length === 1 ? "has" : "have"} no such metric`, meant };
}

/** What is meant, where that is not too much to choose from. The name of a recording rule is like none. */
function meantFew(name: string, { metrics }: Query): readonly Meant[] {
  if (name.includes(":")) return [];
  const names = meantByName.get(metrics) ?? recent<string, readonly Meant[]>(1000);
  const before = names.get(name);
  if (before) return before;
  const all = meantBy(name, metrics);
  const meant = all.length > mostMeant ? [] : all;
  meantByName.set(metrics, names);
  names.trim();
  names.set(name, meant);
  return meant;
}

/** Comparing with all names takes long, and many queries have one name. */
const meantByName = new WeakMap<Metrics, Recent<string, readonly Meant[]>>();

const mostMeant = 3;

/** Whether a place is within `absent()`, which asks for what is not there. */
function isInAbsence(place: number, { root }: Query): boolean {
  return nodesOf(root, "Call").some((call) => readsAbsence(call) && call.span.from <= place && place < call.span.to);
}
