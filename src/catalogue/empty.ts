import type { Target } from "../prometheus/index.js";
import { withoutCredentials } from "../prometheus/server-url.js";
import type { CatalogueEntry, Exporter } from "./entry.js";
import type { FormerTarget, Knowledge } from "./knowledge.js";
import type { EmptyReason } from "./outcome.js";

/** Why the query of one of `entries` returned nothing; `undefined` for an alert whose metrics are all there: nothing is wrong then. */
export async function explainEmpty(
  entry: CatalogueEntry,
  entries: readonly CatalogueEntry[],
  knowledge: Knowledge,
): Promise<EmptyReason | undefined> {
  const stored = await knowledge.storedMetrics();
  const { metrics } = entry.requires;
  const unknown = metrics.filter((metric) => !stored.has(metric));
  if (unknown.length > 0) return explainUnknown(entry, unknown, isKnown(entry.exporter, entries, stored), knowledge);

  const counts = await Promise.all(metrics.map((metric) => knowledge.seriesNow(metric)));
  const gone = metrics.filter((_, index) => counts[index] === 0);
  if (gone.length > 0) return explainGone(entry, gone, knowledge);

  if (entry.kind === "alert") return undefined;
  const having = metrics.map((metric, index) => `\`${metric}\` has ${counts[index] ?? 0} series`);
  const window = entry.query.includes("[") ? ", or finds fewer than two samples within its window" : "";
  return {
    code: "no-match",
    metrics,
    message: `${having.join(" and ")}, but the query selects none of them${window}`,
    help: needs(entry) ?? "compare the label matchers of the query with the labels of those series",
  };
}

async function explainUnknown(
  entry: CatalogueEntry,
  unknown: readonly string[],
  exporterIsKnown: boolean,
  knowledge: Knowledge,
): Promise<EmptyReason> {
  const { exporter } = entry;
  const own = (await knowledge.targets()).filter((target) => belongsTo(exporter, target));
  const up = own.find((target) => target.health === "up");
  if (!up || !exporterIsKnown) {
    const down = own.find((target) => target.health === "down");
    if (down) return targetDown(down, unknown);
    const fresh = own.find((target) => target.health === "unknown");
    if (fresh) return notScrapedYet(fresh, unknown);
  }

  const notKnown = `the server does not know ${listed(unknown)}`;
  if (!up && !exporterIsKnown) {
    return {
      code: "no-exporter",
      metrics: unknown,
      message: `no target gives ${exporter.name}'s metrics: ${notKnown}`,
      help: `have the server scrape ${exporter.name}, see ${exporter.docs}`,
    };
  }
  const though = up && !exporterIsKnown ? `${targetName(up)} is up` : `it knows other metrics of ${exporter.name}`;
  return {
    code: "unknown-metric",
    metrics: unknown,
    message: `${notKnown}, though ${though}`,
    help: needs(entry) ?? `look into ${exporter.docs}`,
  };
}

async function explainGone(entry: CatalogueEntry, gone: readonly string[], knowledge: Knowledge): Promise<EmptyReason> {
  const targets = await knowledge.targets();
  const former = (await Promise.all(gone.map((metric) => knowledge.formerTargets(metric)))).flat();
  const down = targets.filter((target) => target.health === "down");
  const cause =
    down.find((target) => former.some((series) => isSame(series, target))) ??
    (former.length === 0 ? down.find((target) => belongsTo(entry.exporter, target)) : undefined);
  if (cause) return targetDown(cause, gone);

  const [last] = former;
  if (last && targets.length > 0 && !targets.some((target) => isSame(last, target))) {
    const message = `no target gives ${listed(gone)} any more: ${last.instance} of job \`${last.job}\`, which did within the last day, is no target now`;
    return {
      code: "metric-gone",
      metrics: gone,
      message,
      help: "look whether the scrape configuration or the discovery changed",
    };
  }
  const message = `no target gives ${listed(gone)} now, though the server has older samples`;
  return { code: "metric-gone", metrics: gone, message, help: needs(entry) ?? `look into ${entry.exporter.docs}` };
}

function targetDown(target: Target, metrics: readonly string[]): EmptyReason {
  const message = `${targetName(target)} is down: ${target.lastError ?? "the server does not say why"}`;
  return {
    code: "target-down",
    metrics,
    message,
    help: "start the exporter, or correct its address in the scrape configuration",
  };
}

function notScrapedYet(target: Target, metrics: readonly string[]): EmptyReason {
  const message = `${targetName(target)} has not been scraped yet`;
  return { code: "not-scraped-yet", metrics, message, help: "try again after a scrape interval" };
}

function targetName({ labels, scrapeUrl }: Target): string {
  return `target ${withoutCredentials(scrapeUrl)} of job \`${labels["job"] ?? ""}\``;
}

/** Whether a target is one of the exporter's, as far as job, scrape pool and port tell. */
function belongsTo(exporter: Exporter, { labels, scrapePool, scrapeUrl }: Target): boolean {
  const job = labels["job"] ?? "";
  if (exporter.jobs.includes(job)) return true;
  if (job.includes(exporter.name) || scrapePool.includes(exporter.name)) return true;
  return URL.canParse(scrapeUrl) && Number(new URL(scrapeUrl).port) === exporter.port;
}

function isSame(former: FormerTarget, { labels }: Target): boolean {
  return labels["job"] === former.job && labels["instance"] === former.instance;
}

/** Whether the server has any metric that only entries of this exporter name. */
function isKnown({ name }: Exporter, entries: readonly CatalogueEntry[], stored: ReadonlySet<string>): boolean {
  const named = (own: boolean) =>
    entries.filter(({ exporter }) => (exporter.name === name) === own).flatMap(({ requires }) => requires.metrics);
  const ofOthers = new Set(named(false));
  return named(true).some((metric) => stored.has(metric) && !ofOthers.has(metric) && !ofMany.test(metric));
}

/** What a server writes for each target, and what programs of all kinds tell of themselves. */
const ofMany = /^(up$|scrape_|process_|go_|promhttp_|rest_client_|workqueue_)/;

function needs({ requires: { flags = [], version, note }, exporter }: CatalogueEntry): string | undefined {
  const parts = [
    ...(version ? [`${exporter.name} ${version}`] : []),
    ...(flags.length > 0 ? [`the flag ${flags.join(" ")}`] : []),
  ];
  const needed = parts.length > 0 ? [`it needs ${parts.join(" and ")}`] : [];
  const all = [...needed, ...(note ? [note.replace(/\.$/, "")] : [])];
  return all.length > 0 ? all.join("; ") : undefined;
}

function listed(metrics: readonly string[]): string {
  return metrics.map((metric) => `\`${metric}\``).join(" and ");
}
