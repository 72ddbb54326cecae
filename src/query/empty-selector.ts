import { literalSeconds } from "../analysis/literal-seconds.js";
import { metricOf } from "../analysis/selectors.js";
import { formatDuration } from "../promql/durations.js";
import { metricName } from "../promql/labels.js";
import { askForName, isAlike } from "../promql/spelling.js";
import { quote } from "../promql/strings.js";
import { momentText } from "../results/moment.js";
import type { LabelMatcher, RangeSelector, VectorSelector } from "../syntax/ast.js";
import { plural } from "../syntax/plural.js";
import type { Span } from "../syntax/problem.js";
import { goneWords, whyGone } from "./gone.js";
import { labelOfValueHelp, labelsOf, otherLabelHelp } from "./other-label.js";
import type { Questions } from "./questions.js";
import { unmatchedValueHelp } from "./unmatched-value.js";

/** Why a part of a query gives nothing. */
export interface EmptyCause {
  /** The part of the query that is to blame. */
  readonly at: Span;
  /** A sentence that may hold a server's text as it came. */
  readonly message: string;
  readonly help?: string;
}

/** Seconds that a query looks back for a sample, where the server is not told otherwise. */
const lookback = 300;

/** Why a selector gives no series: no such metric, no such label or value, or no sample at that time. */
export async function whyNothingSelected(
  selector: VectorSelector | RangeSelector,
  query: string,
  ask: Questions,
): Promise<EmptyCause> {
  const vector = selector.kind === "RangeSelector" ? selector.vector : selector;
  const text = selectorText(vector, query);
  if ((await ask.valuesOf(metricName, text)).length > 0) return whyNoSample(selector, text, query, ask);

  const metric = metricOf(vector);
  if (metric) {
    const names = await ask.valuesOf(metricName);
    if (!names.includes(metric.text)) {
      const help = askForMetric(metric.text, names);
      return { at: metric.span, message: `there is no metric \`${metric.text}\``, ...(help && { help }) };
    }
  }
  const base = metric && `{${metricName}=${quote(metric.text)}}`;
  for (const matcher of vector.matchers) {
    const cause =
      matcher.label.text === metricName ? undefined : await whyNoMatch(matcher, base, metric?.text, query, ask);
    if (cause) return cause;
  }
  const message = `no series${metric ? ` of \`${metric.text}\`` : ""} fulfils all conditions at once, though each alone is fulfilled`;
  const help = severalValuesHelp(vector.matchers) ?? "leave out one of them to see which series there are";
  return { at: vector.span, message, help };
}

/** Two values of one label, which were meant as a choice. */
function severalValuesHelp(matchers: readonly LabelMatcher[]): string | undefined {
  const exact = matchers.filter(({ op, value }) => op.text === "=" && /^[\w-]+$/.test(value));
  const twice = exact.find(({ label }, k) => exact.findIndex((other) => other.label.text === label.text) < k);
  if (!twice) return undefined;
  const name = twice.label.text;
  const values = exact.flatMap(({ label, value }) => (label.text === name ? [value] : []));
  return `a comma means and, and a series has one value of \`${name}\`: for one of several write \`${name}=~"${values.join("|")}"\``;
}

/** Characters of a word that is looked for within others. */
const shortestPart = 3;

/** Asks for the metric that was meant: one that is spelled alike, or else the shortest that has all words of the name, at last within others. */
function askForMetric(name: string, names: readonly string[]): string | undefined {
  const words = name.split("_");
  const hasWords = (other: string, isWord: (word: string, wanted: string) => boolean) => {
    const left = [...words];
    for (const word of other.split("_")) if (left[0] !== undefined && isWord(word, left[0])) left.shift();
    return left.length === 0;
  };
  const isOne = words.length > 1 && !names.some((other) => isAlike(name, other));
  const exact = isOne ? names.filter((other) => hasWords(other, (word, wanted) => word === wanted)) : [];
  const within = (word: string, wanted: string) =>
    wanted.length >= shortestPart && word.toLowerCase().includes(wanted.toLowerCase());
  const longer = isOne && exact.length === 0 ? names.filter((other) => hasWords(other, within)) : exact;
  const [shortest] = [...longer].sort((a, b) => a.length - b.length);
  return shortest === undefined ? askForName(name, names) : `did you mean \`${shortest}\`?`;
}

/** The name and the conditions, without what follows them. */
function selectorText({ span, braces, metric }: VectorSelector, query: string): string {
  return query.slice(span.from, Math.max(braces?.to ?? 0, metric?.span.to ?? 0));
}

async function whyNoMatch(
  matcher: LabelMatcher,
  base: string | undefined,
  metric: string | undefined,
  query: string,
  ask: Questions,
): Promise<EmptyCause | undefined> {
  const condition = query.slice(matcher.span.from, matcher.span.to);
  const alone = base ? `${base.slice(0, -1)},${condition}}` : `{${metricName}!="",${condition}}`;
  if ((await ask.valuesOf(metricName, alone)).length > 0) return undefined;

  const of = metric === undefined ? "" : ` of \`${metric}\``;
  const label = matcher.label.text;
  const values = await ask.valuesOf(label, base);
  if (values.length > 0) {
    const message = `no series${of} has \`${condition}\``;
    const help =
      (await labelOfValueHelp(matcher, await labelsOf(base, ask), base, ask)) ?? unmatchedValueHelp(matcher, values);
    return { at: matcher.span, message, help };
  }
  const help = await otherLabelHelp(matcher, base, await labelsOf(base, ask), ask);
  return { at: matcher.label.span, message: `no series${of} has a label \`${label}\``, ...(help && { help }) };
}

/** Such series are there, or have been: their samples are older or later than what the query reads. */
async function whyNoSample(
  selector: VectorSelector | RangeSelector,
  text: string,
  query: string,
  ask: Questions,
): Promise<EmptyCause> {
  const { offset, at, span } = selector;
  const name = `\`${text}\``;
  if (at) return { at: at.span, message: `${name} has no sample at that time` };

  const shift = offset ? ` ${query.slice(offset.span.from, offset.span.to)}` : "";
  const seconds = selector.kind === "RangeSelector" ? literalSeconds(selector.range) : lookback;
  const asked = ask.time - (literalSeconds(offset?.duration) ?? 0);
  const when = momentText(asked);
  const last = await ask.value(`max(max_over_time(timestamp(${text}${shift})[1d:1m]))`);
  if (last !== undefined) {
    const gone = offset ? undefined : await whyGone(text, ask);
    if (gone) return { at: span, ...goneWords(gone, name) };
    const age = formatDuration(Math.round(asked - last));
    const isInReach = seconds !== undefined && asked - last <= seconds;
    const message = isInReach
      ? `${name} has ended: its last sample is of ${momentText(last)}`
      : `the last sample of ${name} is of ${momentText(last)}, ${age} before ${when}`;
    const reach =
      seconds === undefined || isInReach
        ? undefined
        : (bareSecondsHelp(selector) ?? `the query looks back ${formatDuration(seconds)}: ask for an earlier time`);
    return { at: span, message, ...(reach && { help: reach }) };
  }
  const first = offset ? undefined : await ask.value(`min(min_over_time(timestamp(${text})[1d:1m] offset -1d))`);
  if (first !== undefined) {
    return {
      at: span,
      message: `the first sample of ${name} is of ${momentText(first)}, after ${when}`,
      help: "ask for a later time",
    };
  }
  return {
    at: span,
    message: `${name} has no sample within a day of ${when}`,
    help: "ask for a time at which there is data",
  };
}

/** Why a function that compares samples gives nothing, though its range is not empty. */
export async function whyTooFewSamples(
  selector: RangeSelector,
  functionName: string,
  query: string,
  ask: Questions,
): Promise<EmptyCause | undefined> {
  const range = query.slice(selector.span.from, selector.span.to);
  const [count, samples] = [
    await ask.count(`count_over_time(${range})`),
    await ask.value(`max(count_over_time(${range}))`),
  ];
  if (count === 0 || samples === undefined || samples >= 2) return undefined;
  const of = count === 1 ? "the series" : `each of ${plural(count, "series", "series")}`;
  return {
    at: selector.brackets,
    message: `the range holds one sample of ${of}, and \`${functionName}()\` needs two`,
    help: bareSecondsHelp(selector) ?? "use a longer range, four times as long as the time between two samples",
  };
}

/** A number in brackets that people take for minutes. */
function bareSecondsHelp(selector: VectorSelector | RangeSelector): string | undefined {
  const range = selector.kind === "RangeSelector" ? selector.range : undefined;
  if (range?.kind !== "DurationLiteral" || range.duration || range.variable) return undefined;
  return `a number without a unit counts seconds: write \`[${range.text}m]\` for minutes`;
}
