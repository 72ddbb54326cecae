import { formatDuration } from "../promql/durations.js";
import type { Span } from "../syntax/problem.js";
import { compareAlerts } from "./compare-alerts.js";
import { compareSamples } from "./compare-samples.js";
import { evaluateRule, type RuleWorld, type RunningRule, startRule } from "./evaluate-rule.js";
import { seriesFeed } from "./input-series.js";
import type { TestCase, TestPlace } from "./outcome.js";
import { createRuleStorage, type RuleQueryOptions, type VectorSample } from "./rule-storage.js";
import type { TestedGroup } from "./rule-set.js";
import type { AlertTest, ExprTest, UnitTest } from "./unit-test.js";

/** What holds for all tests of a file. */
export interface UnitTestSettings {
  /** In milliseconds. */
  readonly evaluationInterval: number;
  readonly isFuzzy: boolean;
  readonly query: RuleQueryOptions;
}

/** How often the rules of a test are evaluated at most. */
const mostEvaluations = 1_000_000;

/**
 * Runs a test: the rules are evaluated in order at each interval, alerts are compared as they were at the evaluation
 * before their time, and queries at the end.
 */
export function runUnitTest(
  test: UnitTest,
  groups: readonly TestedGroup[],
  settings: UnitTestSettings,
  placeOf: (at: Span) => TestPlace,
): readonly TestCase[] {
  const caseOf = caseMaker(test, placeOf);
  const broken = test.series.flatMap(({ at, noted }) =>
    "mistake" in noted ? [caseOf(at, "input series", { status: "failed", message: noted.mistake })] : [],
  );
  if (broken.length > 0) return broken;
  const nameless = test.alertTests.find(({ alert }) => alert === "");
  if (nameless) {
    const message = "a test of an alert has no `alertname`";
    return [caseOf(nameless.at, alertSubject(nameless), { status: "failed", message })];
  }
  const end = Math.max(0, ...test.alertTests.map(({ time }) => time), ...test.exprTests.map(({ time }) => time));
  if (end / settings.evaluationInterval > mostEvaluations) {
    const message = `its rules are evaluated more than ${mostEvaluations} times`;
    const help = "take earlier times, or a longer `evaluation_interval`";
    return [caseOf(test.at, "rules", { status: "failed", message, help })];
  }

  const storage = createRuleStorage({ ...settings.query, subqueryStep: settings.evaluationInterval / 1000 });
  const world: RuleWorld = { storage, externalLabels: test.externalLabels, externalUrl: test.externalUrl };
  const rules = groups.flatMap((group) => group.rules.map((rule) => startRule(rule, group)));
  const feed = seriesFeed(test, storage);
  const cases: TestCase[] = [];
  for (let time = 0; time <= end; time += settings.evaluationInterval) {
    feed(test.start + time);
    const failures = rules.flatMap((rule) => evaluate(rule, test, time, world, caseOf));
    if (failures.length > 0) return [...cases, ...failures];
    const next = time + settings.evaluationInterval;
    for (const each of test.alertTests.filter((one) => one.time >= time && one.time < next)) {
      cases.push(checkAlerts(each, rules, caseOf));
    }
  }
  for (const each of test.exprTests) cases.push(checkQuery(each, test, settings, world, caseOf));
  return cases;
}

type CaseMaker = (at: Span, subject: string, outcome: Omit<TestCase, "at" | "test" | "subject">) => TestCase;

function caseMaker({ title }: UnitTest, placeOf: (at: Span) => TestPlace): CaseMaker {
  return (at, subject, outcome) => ({ at: placeOf(at), test: title, subject, ...outcome });
}

function evaluate(
  running: RunningRule,
  test: UnitTest,
  time: number,
  world: RuleWorld,
  caseOf: CaseMaker,
): readonly TestCase[] {
  const failure = evaluateRule(running, test.start + time, world);
  if (!failure) return [];
  const subject = `rule ${running.rule.name} at ${formatDuration(time / 1000)}`;
  const message = failure.isUnsupported ? failure.error : `the rule fails: ${failure.error}`;
  return [caseOf(test.at, subject, { status: failure.isUnsupported ? "unsupported" : "failed", message })];
}

function alertSubject({ alert, time }: AlertTest): string {
  return `alert ${alert} at ${formatDuration(time / 1000)}`;
}

function checkAlerts(test: AlertTest, rules: readonly RunningRule[], caseOf: CaseMaker): TestCase {
  const named = rules.filter(({ rule }) => rule.kind === "alert" && rule.name === test.alert);
  const firing = named.flatMap(({ active }) => [...active.values()].filter(({ state }) => state === "firing"));
  const comparison = compareAlerts(test.expected, firing);
  const subject = alertSubject(test);
  if (!comparison) return caseOf(test.at, subject, { status: "passed" });
  if ("unsupported" in comparison) {
    return caseOf(test.at, subject, { status: "unsupported", message: comparison.unsupported });
  }
  const pending = named.some(({ active }) => [...active.values()].some(({ state }) => state === "pending"));
  const help =
    named.length === 0
      ? `no rule is an alert of the name \`${test.alert}\``
      : pending
        ? "an alert is pending: it fires when its `for` has passed"
        : undefined;
  return caseOf(test.at, subject, {
    status: "failed",
    message: "other alerts fire than expected",
    ...(help !== undefined && { help }),
    difference: comparison.difference,
  });
}

function checkQuery(
  test: ExprTest,
  { start }: UnitTest,
  { isFuzzy }: UnitTestSettings,
  { storage }: RuleWorld,
  caseOf: CaseMaker,
): TestCase {
  const subject = `${test.query} at ${formatDuration(test.time / 1000)}`;
  const failed = (message: string): TestCase => caseOf(test.at, subject, { status: "failed", message });
  const answer = storage.vector(test.query, start + test.time);
  if ("error" in answer) {
    return answer.isUnsupported
      ? caseOf(test.at, subject, { status: "unsupported", message: answer.error })
      : failed(`the query fails: ${answer.error}`);
  }
  const expected: VectorSample[] = [];
  for (const { at, labels, value, isNative } of test.expected) {
    if ("mistake" in labels) return caseOf(at, subject, { status: "failed", message: labels.mistake });
    if (isNative) return caseOf(at, subject, { status: "unsupported", message: "a native histogram is expected" });
    expected.push({ labels, value });
  }
  const difference = compareSamples(expected, answer.samples, isFuzzy);
  if (!difference) return caseOf(test.at, subject, { status: "passed" });
  const isNaNExpected = expected.some(({ value }) => Number.isNaN(value));
  return caseOf(test.at, subject, {
    status: "failed",
    message: "the result is not as expected",
    ...(isNaNExpected && { help: "NaN equals nothing, not even itself: test `expr != expr`, which keeps NaN alone" }),
    difference,
  });
}
