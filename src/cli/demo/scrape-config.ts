import { stringify } from "yaml";
import { type Demo, type Target, targetName } from "../../demo/index.js";
import { formatDuration } from "../../promql/durations.js";
import { jobsOf } from "./jobs.js";

/** The way to what a target serves. */
export function targetPath(target: Target): string {
  return `/targets/${targetName(target)}/metrics`;
}

/** The way to the targets of a job as service discovery. */
export function discoveryPath(job: string): string {
  return `/sd/${job}`;
}

/**
 * Targets as Prometheus discovers them over HTTP, at the address under which they are served, such as `127.0.0.1:9190`.
 * Source: https://prometheus.io/docs/prometheus/latest/http_sd/
 */
export function discovery(targets: readonly Target[], address: string): string {
  const groups = targets.map((target) => ({
    targets: [address],
    labels: {
      ...target.labels,
      __metrics_path__: targetPath(target),
      __scrape_interval__: formatDuration(target.interval / 1000),
      __scrape_timeout__: "10s",
    },
  }));
  return `${JSON.stringify(groups, null, 2)}\n`;
}

/** A configuration with which Prometheus scrapes the demo, served at an address such as `127.0.0.1:9190`. */
export function prometheusConfig(demo: Demo, address: string): string {
  const scrapes = jobsOf(demo, demo.recent).map(({ name, interval }) => ({
    job_name: name,
    scrape_interval: formatDuration(interval / 1000),
    honor_labels: true,
    http_sd_configs: [{ url: `http://${address}${discoveryPath(name)}` }],
  }));
  const text = stringify({ global: { scrape_interval: "15s", evaluation_interval: "15s" }, scrape_configs: scrapes });
  return `# Scrapes the demo cluster while \`promql-lint demo --serve\` runs.\n${text}`;
}
