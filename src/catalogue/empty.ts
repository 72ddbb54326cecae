import type { Target } from "../prometheus/index.js";
import { downWords, goneWords, targetName, whyGone } from "../query/gone.js";
import { plural } from "../syntax/plural.js";
import type { CatalogueEntry, Exporter } from "./entry.js";
import type { Knowledge } from "./knowledge.js";
import type { EmptyReason } from "./outcome.js";
import { isWithin } from "./version-range.js";

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
  const [cause] = await knowledge.causes(entry.query);
  const having = metrics.map((metric, index) => `\`${metric}\` has ${plural(counts[index] ?? 0, "series", "series")}`);
  const help = [cause?.help, needs(entry)].flatMap((text) => text ?? []);
  return {
    code: "no-match",
    metrics,
    message: cause?.message ?? `${having.join(" and ")}, but the query selects none of them`,
    help: help.length > 0 ? help.join("; ") : "compare the label matchers of the query with the labels of those series",
  };
}

async function explainUnknown(
  entry: CatalogueEntry,
  unknown: readonly string[],
  exporterIsKnown: boolean,
  knowledge: Knowledge,
): Promise<EmptyReason> {
  const { exporter } = entry;
  const own = (await knowledge.ask.targets()).filter((target) => belongsTo(exporter, target));
  const up = own.find((target) => target.health === "up");
  if (!up || !exporterIsKnown) {
    const down = own.find((target) => target.health === "down");
    if (down) return { code: "target-down", metrics: unknown, ...downWords(down) };
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
  const version = await otherVersion(entry, own, knowledge);
  if (version) {
    return {
      code: "other-version",
      metrics: unknown,
      message: `${notKnown}: ${exporter.name} is of version ${version.found}, and it needs ${version.wanted}`,
      help: `run another version of ${exporter.name}, see ${exporter.docs}`,
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

/** The version of the exporter, as its targets tell it, where it is not one that has the metrics. */
async function otherVersion(
  { requires, exporter }: CatalogueEntry,
  own: readonly Target[],
  knowledge: Knowledge,
): Promise<{ readonly found: string; readonly wanted: string } | undefined> {
  const wanted = requires.version ?? exporter.version;
  if (wanted === undefined) return undefined;
  const infos = await knowledge.buildInfos();
  const told = infos.filter((labels) =>
    own.some((target) => ["job", "instance"].every((name) => labels[name] === target.labels[name])),
  );
  const versions = told.flatMap((labels) => labels["git_version"] ?? labels["version"] ?? []);
  const found = versions.find((version) => isWithin(version, wanted) === false);
  return found === undefined ? undefined : { found, wanted };
}

async function explainGone(entry: CatalogueEntry, gone: readonly string[], knowledge: Knowledge): Promise<EmptyReason> {
  for (const metric of gone) {
    const found = await whyGone(metric, knowledge.ask, (target) => belongsTo(entry.exporter, target));
    if (found) {
      const code = found.code === "target-down" ? found.code : "metric-gone";
      return { code, metrics: gone, ...goneWords(found, listed(gone)) };
    }
  }
  const message = `no target gives ${listed(gone)} now, though the server has older samples`;
  return { code: "metric-gone", metrics: gone, message, help: needs(entry) ?? `look into ${entry.exporter.docs}` };
}

function notScrapedYet(target: Target, metrics: readonly string[]): EmptyReason {
  const message = `${targetName(target)} has not been scraped yet`;
  return { code: "not-scraped-yet", metrics, message, help: "try again after a scrape interval" };
}

/** Whether a target is one of the exporter's, as far as job, scrape pool and port tell. */
function belongsTo(exporter: Exporter, { labels, scrapePool, scrapeUrl }: Target): boolean {
  const job = labels["job"] ?? "";
  if (exporter.jobs.includes(job)) return true;
  if (job.includes(exporter.name) || scrapePool.includes(exporter.name)) return true;
  return URL.canParse(scrapeUrl) && Number(new URL(scrapeUrl).port) === exporter.port;
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
