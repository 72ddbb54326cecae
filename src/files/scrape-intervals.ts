import { parseDuration } from "../promql/durations.js";
import type { Span } from "../syntax/problem.js";
import type { DocumentReader, Entries, Node } from "./document-reader.js";
import type { Entry } from "./mapping.js";

/** How often something is scraped, as a file says. */
export interface ScrapeInterval {
  /** Whose it is: one job's, every job's that has none of its own, or that of a job whose name is not known. */
  readonly of: { readonly job: string } | "default" | "unknown";
  /** `undefined` for a job that takes the default. */
  readonly seconds: number | undefined;
  readonly at: Span;
}

/** How deep in a document intervals are looked for. */
const maxDepth = 8;

/**
 * Collects the scrape intervals of a configuration of Prometheus, of manifests of its operator, and of the values of
 * charts that make such. The name of a job is taken where no relabelling can change it.
 */
export function readScrapeIntervals(reader: DocumentReader, node: Node, depth = 0): void {
  if (depth > maxDepth) return;
  const entries = reader.peek(node);
  if (!entries) {
    for (const item of reader.peekItems({ value: node })) if (item) readScrapeIntervals(reader, item, depth + 1);
    return;
  }
  const read = manifests.get(reader.peekText(entries.get("kind")) ?? "");
  if (read && entries.has("spec")) {
    read(reader, entries, reader.peek(entries.get("spec")?.value) ?? new Map<string, Entry>());
    return;
  }
  for (const [key, entry] of entries) {
    if (key === "global" || key === "prometheusSpec") readDefault(reader, entry);
    if (key === "scrape_configs" || key === "additionalScrapeConfigs") readJobs(reader, entry);
    else if (monitors.has(key)) readMonitor(reader, entry);
    else if (entry.value) readScrapeIntervals(reader, entry.value, depth + 1);
  }
  if (depth === 0) addPrometheusDefault(reader, entries);
}

/** Whether a text may tell how often something is scraped. */
export function mayTellInterval(text: string): boolean {
  return /scrape_configs|scrape_interval|crapeInterval|ServiceMonitor|PodMonitor|[sp]\w+Monitor|\bmonitor:|\bProbe\b/.test(
    text,
  );
}

/** Keys of charts below which the interval of one of their exporters stands. */
const monitors: ReadonlySet<string> = new Set(["serviceMonitor", "podMonitor", "monitor"]);

type Manifest = (reader: DocumentReader, manifest: Entries, spec: Entries) => void;

/** Source: https://prometheus-operator.dev/docs/api-reference/api/ */
const manifests: ReadonlyMap<string, Manifest> = new Map<string, Manifest>([
  ["Prometheus", (reader, _manifest, spec) => add(reader, "default", spec.get("scrapeInterval"))],
  ["PrometheusAgent", (reader, _manifest, spec) => add(reader, "default", spec.get("scrapeInterval"))],
  ["ServiceMonitor", (reader, _manifest, spec) => readEndpoints(reader, spec, "endpoints", undefined)],
  [
    "PodMonitor",
    (reader, manifest, spec) => readEndpoints(reader, spec, "podMetricsEndpoints", pathOf(reader, manifest)),
  ],
  ["Probe", (reader, _manifest, spec) => addJob(reader, reader.peekText(spec.get("jobName")), spec, "interval")],
  [
    "ScrapeConfig",
    (reader, _manifest, spec) => addJob(reader, reader.peekText(spec.get("jobName")), spec, "scrapeInterval"),
  ],
]);

/** `global` of Prometheus, `prometheusSpec` of kube-prometheus-stack. */
function readDefault(reader: DocumentReader, entry: Entry): void {
  const own = reader.peek(entry.value);
  add(reader, "default", own?.get("scrape_interval") ?? own?.get("scrapeInterval"));
  readJobs(reader, own?.get("additionalScrapeConfigs"));
}

/** A configuration of Prometheus that says nothing of it scrapes every minute; others have `scrape_configs` as well. */
function addPrometheusDefault(reader: DocumentReader, entries: Entries): void {
  const key = entries.get("scrape_configs")?.key;
  const isGiven = reader.peek(entries.get("global")?.value)?.get("scrape_interval")?.value !== undefined;
  const isPrometheus = Array.from(entries.keys()).every((name) => configurationKeys.has(name));
  if (key && !isGiven && isPrometheus)
    reader.collected.scrapeIntervals.push({ of: "default", seconds: 60, at: reader.spanOf(key) });
}

/** Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/ */
const configurationKeys: ReadonlySet<string> = new Set([
  ...["global", "runtime", "rule_files", "scrape_config_files", "scrape_configs", "alerting"],
  ...["remote_write", "remote_read", "otlp", "storage", "tracing"],
]);

function readJobs(reader: DocumentReader, jobs: Entry | undefined): void {
  for (const node of reader.peekItems(jobs)) {
    const job = reader.peek(node);
    if (job) addJob(reader, reader.peekText(job.get("job_name")), job, "scrape_interval");
  }
}

function readMonitor(reader: DocumentReader, entry: Entry): void {
  const own = reader.peek(entry.value);
  if (own && reader.peekText(own.get("enabled")) !== "false") add(reader, "unknown", own.get("interval"));
}

/** The job of a monitor is what a label of its targets says: one that all of them must have. */
function readEndpoints(reader: DocumentReader, spec: Entries, list: string, named: string | undefined): void {
  const label = reader.peekText(spec.get("jobLabel"));
  const labels = reader.peek(reader.peek(spec.get("selector")?.value)?.get("matchLabels")?.value);
  const job = label === undefined || label === "" ? named : reader.peekText(labels?.get(label));
  for (const node of reader.peekItems(spec.get(list))) {
    const endpoint = reader.peek(node);
    if (endpoint) addJob(reader, job, endpoint, "interval");
  }
}

/** A PodMonitor names its job after itself. */
function pathOf(reader: DocumentReader, manifest: Entries): string | undefined {
  const metadata = reader.peek(manifest.get("metadata")?.value);
  const name = reader.peekText(metadata?.get("name"));
  const namespace = reader.peekText(metadata?.get("namespace"));
  return name === undefined || namespace === undefined ? undefined : `${namespace}/${name}`;
}

function addJob(reader: DocumentReader, name: string | undefined, job: Entries, field: string): void {
  const isCertain = name !== undefined && !mayRename(reader, job);
  const interval = job.get(field);
  if (interval?.value) add(reader, isCertain ? { job: name } : "unknown", interval);
  else if (isCertain) {
    const at = Array.from(job.values())[0]?.key;
    if (at) reader.collected.scrapeIntervals.push({ of: { job: name }, seconds: undefined, at: reader.spanOf(at) });
  }
}

/** Whether the targets may have other values of `job` than the name: relabelled, or their own. */
function mayRename(reader: DocumentReader, job: Entries): boolean {
  if (["honor_labels", "honorLabels"].some((key) => reader.peekText(job.get(key)) === "true")) return true;
  const lists = ["relabel_configs", "metric_relabel_configs", "relabelings", "metricRelabelings"];
  return lists.some((list) =>
    reader.peekItems(job.get(list)).some((node) => {
      const step = reader.peek(node);
      const action = reader.peekText(step?.get("action"))?.toLowerCase() ?? "replace";
      const target = reader.peekText(step?.get("target_label") ?? step?.get("targetLabel"));
      return target === "job" || target?.includes("$") || action === "labelmap";
    }),
  );
}

function add(reader: DocumentReader, of: ScrapeInterval["of"], entry: Entry | undefined): void {
  const seconds = parseDuration(reader.peekText(entry) ?? "");
  if (typeof seconds !== "number" || seconds <= 0 || !entry?.value) return;
  reader.collected.scrapeIntervals.push({ of, seconds, at: reader.spanOf(entry.value) });
}
