import type {
  ActiveAlert,
  Alertmanagers,
  BuildInfo,
  RuleGroup,
  RuntimeInfo,
  ServiceDiscovery,
  TsdbStatus,
} from "../prometheus/index.js";

/** What a server says of itself, as its API gave it; what it did not give is missing. */
export interface StatusFacts {
  /** Its address without credentials. */
  readonly server: string;
  readonly build?: BuildInfo | undefined;
  readonly runtime?: RuntimeInfo | undefined;
  readonly flags?: ReadonlyMap<string, string> | undefined;
  /** The configuration in use, as YAML. */
  readonly configuration?: string | undefined;
  readonly discovery?: ServiceDiscovery | undefined;
  readonly ruleGroups?: readonly RuleGroup[] | undefined;
  readonly alerts?: readonly ActiveAlert[] | undefined;
  readonly alertmanagers?: Alertmanagers | undefined;
  readonly tsdb?: TsdbStatus | undefined;
  /** How many targets discovery found by job, where the server stores its own metrics. */
  readonly discovered?: ReadonlyMap<string, number> | undefined;
  readonly unread: readonly UnreadPart[];
}

/** A part of the status that the server did not give, and why. */
export interface UnreadPart {
  readonly part: string;
  readonly reason: string;
}
