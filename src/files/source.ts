import type { Use } from "../lint/rule.js";
import type { AlertingRule, Dashboard, Panel, RecordingRule, RuleFile } from "../lint/subject.js";
import type { Problem, Span } from "../syntax/problem.js";
import type { ScrapeInterval } from "./scrape-intervals.js";
import type { TextMap } from "./text-map.js";

/** A query and where it stands in its file. */
export interface SourceQuery {
  readonly text: string;
  readonly map: TextMap;
  readonly use: Use;
  /** Set where Grafana's variables may stand in it. */
  readonly variables?: "grafana";
  /** Set where a line break would be no part of it any more. */
  readonly oneLine?: true;
  /** The way to it, such as `groups[0].rules[3].expr`; empty where the query is the whole file. */
  readonly field: string;
  /** The rule whose expression it is: the first one, where aliases lead several rules to it. */
  readonly rule?: AlertingRule | RecordingRule;
  /** The panel of a dashboard that shows it. */
  readonly panel?: Panel;
  /**
   * Set in a Helm template: gives a text that was made from the query back in the words of the file. There variables of
   * the same length stand for Helm's actions.
   */
  readonly restore?: (text: string) => string;
  /** Set where VictoriaMetrics runs it, which accepts more than Prometheus. */
  readonly language?: "metricsql";
}

/** What has been read from a file. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly queries: readonly SourceQuery[];
  /** One for a rule file, one for each manifest that holds rules. */
  readonly ruleFiles: readonly RuleFile[];
  /** The dashboards that show queries. */
  readonly dashboards: readonly Dashboard[];
  /** Their panels that show queries. */
  readonly panels: readonly Panel[];
  /** The names that its recording rules give. */
  readonly recorded: readonly string[];
  /** What the file says of how often targets are scraped. */
  readonly scrapeIntervals: readonly ScrapeInterval[];
  /** Their places are spans of the file's text. */
  readonly problems: readonly Problem[];
  /**
   * The comments of the file itself, in order: from `#` to the end of the line, from `<!--` to `-->` in Markdown. Those
   * within queries are not among them.
   */
  readonly comments: readonly Span[];
  /** The map of a field's text, such as that of `groups[0].rules[3].annotations.summary`. */
  field(field: string): TextMap | undefined;
}
