import { metricName } from "../promql/labels.js";
import { quote } from "../promql/strings.js";
import { recent } from "../syntax/recent.js";

/** Who knows which series there are. Every method may answer with more than was asked for, and may reject. */
export interface SeriesSource {
  /** Names of metrics that begin with a text. */
  readonly metricNames: (prefix: string) => Promise<readonly string[]>;
  /** Labels of the series of a metric, or of all series. */
  readonly labelNames: (metric?: string) => Promise<readonly string[]>;
  /** Values of a label in the series of a metric, or in all series. */
  readonly labelValues: (metric: string | undefined, label: string) => Promise<readonly string[]>;
}

/** Who answers for a server, as the client of `promql-lint/prometheus` does; what selects series stands in `match`. */
export interface LabelClient {
  /** The names of labels. */
  readonly labelNames: (match?: readonly string[]) => Promise<readonly string[]>;
  /** The values of a label. */
  readonly labelValues: (name: string, match?: readonly string[]) => Promise<readonly string[]>;
}

/** The series of a server. Nothing is asked twice within five minutes, unless the answer was an error. */
export function clientSource(client: LabelClient, now: () => number = Date.now): SeriesSource {
  const answers = remembered(now);
  return {
    metricNames: () => answers("names", () => client.labelValues(metricName)),
    labelNames: (metric) => answers(`labels ${metric ?? ""}`, () => client.labelNames(matchOf(metric))),
    labelValues: (metric, label) =>
      answers(`values ${JSON.stringify([metric, label])}`, () => client.labelValues(label, matchOf(metric))),
  };
}

function matchOf(metric: string | undefined): readonly string[] {
  return metric === undefined ? [] : [`{${metricName}=${quote(metric)}}`];
}

interface Answer {
  readonly until: number;
  readonly names: Promise<readonly string[]>;
}

/** In milliseconds. */
const freshFor = 300_000;

function remembered(now: () => number) {
  const answers = recent<string, Answer>(100);
  return (question: string, ask: () => Promise<readonly string[]>): Promise<readonly string[]> => {
    const before = answers.get(question);
    if (before && before.until > now()) return before.names;
    const names = ask();
    answers.trim();
    answers.set(question, { until: now() + freshFor, names });
    names.catch(() => {
      if (answers.get(question)?.names === names) answers.set(question, { until: 0, names });
    });
    return names;
  };
}
