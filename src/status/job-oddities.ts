import { grouped } from "../syntax/grouped.js";
import type { Target } from "../prometheus/index.js";
import { formatDuration } from "../promql/durations.js";
import { plural } from "../syntax/plural.js";
import type { DroppedGroup } from "./dropped.js";
import type { JobStatus, TargetError } from "./jobs.js";
import type { Oddity } from "./oddity.js";
import { isSharding } from "./kubernetes-words.js";
import { scrapeAdvice } from "./scrape-errors.js";

/** What is odd about the targets of jobs. Dropped targets are none: a ServiceMonitor drops most of what is found. */
export function* jobOddities(jobs: readonly JobStatus[], targets: readonly Target[]): Generator<Oddity, void> {
  for (const status of jobs) {
    for (const error of status.errors) yield targetDown(status, error);
    yield* discoveryOddities(status);
  }
  yield* slowScrapes(targets);
}

function targetDown({ job, active }: JobStatus, { error, targets }: TargetError): Oddity {
  const [first = ""] = targets;
  const count = targets.length;
  const which = count === 1 ? `target ${first}` : `${count} of ${plural(active, "target")}, such as ${first},`;
  return {
    code: "target-down",
    severity: "error",
    subject: job,
    message: `${which} of job \`${job}\` ${count === 1 ? "is" : "are"} down: ${error}`,
    help: scrapeAdvice(error),
  };
}

function* discoveryOddities({
  job,
  discovered,
  active,
  dropped,
  whyDropped,
  lost,
}: JobStatus): Generator<Oddity, void> {
  if (discovered === 0 && lost === 0) {
    yield {
      code: "nothing-discovered",
      severity: "warning",
      subject: job,
      message: `discovery finds nothing for job \`${job}\``,
      help: "look at its `…_sd_configs`: namespaces, selectors, and the access that the server has",
    };
  } else if (active === 0 && dropped > 0 && job !== "") {
    // The rules run in turn, so what the last of them dropped came furthest.
    const nearest = whyDropped.findLast(({ cause }) => cause === "rule");
    if (nearest?.rule && isSharding(nearest.rule)) return;
    const some = nearest && nearest.count < discovered ? `${nearest.count} came furthest, and ` : "";
    const what = nearest ? `: ${some}${nearest.message}` : "";
    yield {
      code: "nothing-scraped",
      severity: "warning",
      subject: job,
      message: `job \`${job}\` ${discovered === 1 ? "does not scrape the one target" : `scrapes none of the ${discovered} targets`} that discovery finds${what}`,
      help: nearest?.meaning
        ? `make the two agree: ${nearest.meaning}`
        : "compare its relabel rules with the labels of what is found",
    };
  }
  for (const group of whyDropped) {
    if (group.cause === "unlisted") yield unlisted(job, group);
    if (group.cause === "no-address" || group.cause === "duplicate") yield vanished(job, group);
  }
  if (lost > 0) {
    yield {
      code: "targets-lost",
      severity: "info",
      subject: job,
      message: `discovery found ${plural(lost, "more target")} for job \`${job}\` than are active or dropped`,
      help: "look for targets with the same labels after relabelling, of which one is kept, and for those without `__address__`",
    };
  }
}

function unlisted(job: string, { count, message }: DroppedGroup): Oddity {
  return {
    code: "dropped-unlisted",
    severity: "info",
    subject: job,
    message: `of ${plural(count, "dropped target")} of job \`${job}\` nobody knows why: ${message}`,
    help: "raise `keep_dropped_targets` to see them",
  };
}

function vanished(job: string, { cause, count, message }: DroppedGroup): Oddity {
  return {
    code: "targets-lost",
    severity: "warning",
    subject: job,
    message: `${plural(count, "target")} of job \`${job}\` ${count === 1 ? "vanishes" : "vanish"}: ${message}`,
    help:
      cause === "duplicate"
        ? "leave a label that tells them apart, or name each target once"
        : "look for the relabel rule that sets or drops `__address__`",
  };
}

/** A scrape that takes more than this part of its timeout will fail one day. */
const nearTimeout = 0.8;

function* slowScrapes(targets: readonly Target[]): Generator<Oddity, void> {
  const slow = targets.filter(
    ({ health, lastScrapeDuration = 0, scrapeTimeout = Infinity }) =>
      health === "up" && lastScrapeDuration >= nearTimeout * scrapeTimeout,
  );
  for (const [job, own] of grouped(slow, ({ scrapePool }) => scrapePool)) {
    const slowest = own.reduce((a, b) => ((a.lastScrapeDuration ?? 0) >= (b.lastScrapeDuration ?? 0) ? a : b));
    const { lastScrapeDuration = 0, scrapeTimeout = 0 } = slowest;
    yield {
      code: "scrape-near-timeout",
      severity: "warning",
      subject: job,
      message: `a scrape of job \`${job}\` takes ${formatDuration(lastScrapeDuration)} of the ${formatDuration(scrapeTimeout)} that it may take`,
      help: "look why the exporter is slow, or raise `scrape_timeout`",
    };
  }
}
