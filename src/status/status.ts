import type { BuildInfo, RuntimeInfo, TsdbStatus } from "../prometheus/index.js";
import type { PrometheusMajor } from "../relabel/relabel.js";
import { readConfiguration } from "./configuration.js";
import type { StatusFacts, UnreadPart } from "./facts.js";
import { tellingFlags } from "./flags.js";
import { jobStatuses, type JobStatus } from "./jobs.js";
import { findOddities } from "./oddities.js";
import type { Oddity } from "./oddity.js";
import { type Retention, retentionOf } from "../prometheus/retention.js";
import { alertStatuses, type AlertStatus, rulesStatus, type RulesStatus } from "./rules.js";

/** What a server says of itself, in one piece, and what is odd about it. What it did not tell is missing. */
export interface ServerStatus {
  /** The server's address without credentials. */
  readonly server: string;
  readonly build?: BuildInfo | undefined;
  readonly runtime?: RuntimeInfo | undefined;
  readonly retention?: Retention | undefined;
  /** Those that tell something, by name without dashes. */
  readonly flags?: Readonly<Record<string, string>> | undefined;
  /** What `--enable-feature` names. */
  readonly features: readonly string[];
  /** Seconds, of jobs and groups that have no interval of their own. */
  readonly intervals?: { readonly scrape: number; readonly evaluation: number } | undefined;
  readonly jobs?: readonly JobStatus[] | undefined;
  readonly rules?: RulesStatus | undefined;
  readonly alerts?: readonly AlertStatus[] | undefined;
  /** The addresses of those that alerts are sent to. */
  readonly alertmanagers?: readonly string[] | undefined;
  readonly storage?: TsdbStatus | undefined;
  readonly oddities: readonly Oddity[];
  readonly unread: readonly UnreadPart[];
}

/** Makes a status of what a server has told. */
export async function statusOf(facts: StatusFacts): Promise<ServerStatus> {
  const read = facts.configuration === undefined ? undefined : await readConfiguration(facts.configuration);
  const configuration = typeof read === "string" ? undefined : read;
  const { server, build, runtime, flags, discovery, tsdb, unread } = facts;
  const jobs = discovery && jobStatuses(discovery, configuration, facts.discovered, majorOf(build));
  const rules = facts.ruleGroups && rulesStatus(facts.ruleGroups);
  return {
    server,
    build,
    runtime,
    retention: retentionOf(runtime, flags),
    flags: flags && tellingFlags(flags),
    features: (flags?.get("enable-feature") ?? "").split(/[,\s[\]]+/).filter(Boolean),
    intervals: configuration && { scrape: configuration.scrapeInterval, evaluation: configuration.evaluationInterval },
    jobs,
    rules,
    alerts: facts.alerts && alertStatuses(facts.alerts),
    alertmanagers: facts.alertmanagers?.active,
    storage: tsdb,
    oddities: findOddities({ facts, configuration: read, jobs, rules }),
    unread,
  };
}

/** What other servers tell of their version says nothing of this. */
function majorOf(build: BuildInfo | undefined): PrometheusMajor {
  return /^v?[012]\./.test(build?.version ?? "") && build?.application === undefined ? 2 : 3;
}
