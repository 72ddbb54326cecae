import type { Rule } from "../src/lint/rule.js";
import { absentOfAggregate } from "./absent-of-aggregate.js";
import { absentWithoutFor } from "./absent-without-for.js";
import { alertNameCase } from "./alert-name-case.js";
import { alwaysReturningAlert } from "./always-returning-alert.js";
import { averageOfAverages } from "./average-of-averages.js";
import { averagedQuantile } from "./averaged-quantile.js";
import { bareRangeVector } from "./bare-range-vector.js";
import { beyondRetention } from "./beyond-retention.js";
import { constantComparison } from "./constant-comparison.js";
import { contradictoryMatchers } from "./contradictory-matchers.js";
import { costlyQuery } from "./costly-query.js";
import { countComparedToZero } from "./count-compared-to-zero.js";
import { droppedLabel } from "./dropped-label.js";
import { duplicateGroupingLabel } from "./duplicate-grouping-label.js";
import { duplicateMatcher } from "./duplicate-matcher.js";
import { duplicateRule } from "./duplicate-rule.js";
import { emptyBy } from "./empty-by.js";
import { emptyRegex } from "./empty-regex.js";
import { equalityWithMultiValueVariable } from "./equality-with-multi-value-variable.js";
import { fixedWindowInPanel } from "./fixed-window-in-panel.js";
import { gaugeFunctionOverCounter } from "./gauge-function-over-counter.js";
import { identicalSides } from "./identical-sides.js";
import { increaseWindowShorterThanFor } from "./increase-window-shorter-than-for.js";
import { integerBucketLabel } from "./integer-bucket-label.js";
import { intervalForRate } from "./interval-for-rate.js";
import { irateInAlert } from "./irate-in-alert.js";
import { joinedLabelMissing } from "./joined-label-missing.js";
import { labelOverwrittenByRule } from "./label-overwritten-by-rule.js";
import { matchAllRegex } from "./match-all-regex.js";
import { matchNothingRegex } from "./match-nothing-regex.js";
import { missingFor } from "./missing-for.js";
import { missingGroupLeft } from "./missing-group-left.js";
import { namelessSelector } from "./nameless-selector.js";
import { nanProneAggregation } from "./nan-prone-aggregation.js";
import { nestedRate } from "./nested-rate.js";
import { nonemptyRegex } from "./nonempty-regex.js";
import { orVectorBesideLabels } from "./or-vector-beside-labels.js";
import { patternWithoutRegex } from "./pattern-without-regex.js";
import { offByDefault, presetsOf, type Presets } from "./presets.js";
import { quantileOutOfRange } from "./quantile-out-of-range.js";
import { quantileOverExtreme } from "./quantile-over-extreme.js";
import { quantileOverRawBuckets } from "./quantile-over-raw-buckets.js";
import { quantileWithoutLe } from "./quantile-without-le.js";
import { queryFailsOnServer } from "./query-fails-on-server.js";
import { quotedQuery } from "./quoted-query.js";
import { rateOfAggregation } from "./rate-of-aggregation.js";
import { rateOfSubquery } from "./rate-of-subquery.js";
import { rateOverGauge } from "./rate-over-gauge.js";
import { rawCounterInAlert } from "./raw-counter-in-alert.js";
import { recordingRuleName } from "./recording-rule-name.js";
import { redundantAnchor } from "./redundant-anchor.js";
import { redundantParentheses } from "./redundant-parentheses.js";
import { regexWithoutPattern } from "./regex-without-pattern.js";
import { removedLabel } from "./removed-label.js";
import { removedMetric } from "./removed-metric.js";
import { repeatedAggregation } from "./repeated-aggregation.js";
import { requiredAnnotations } from "./required-annotations.js";
import { requiredLabels } from "./required-labels.js";
import { returnsNothing } from "./returns-nothing.js";
import { ruleOrder } from "./rule-order.js";
import { shortRateWindow } from "./short-rate-window.js";
import { singleSampleSubquery } from "./single-sample-subquery.js";
import { slowGroupInterval } from "./slow-group-interval.js";
import { sortWithoutEffect } from "./sort-without-effect.js";
import { subqueryWithoutStep } from "./subquery-without-step.js";
import { subsumedMatcher } from "./subsumed-matcher.js";
import { templateLabelMissing } from "./template-label-missing.js";
import { templateQueryError } from "./template-query-error.js";
import { templateSyntax } from "./template-syntax.js";
import { topkInAlert } from "./topk-in-alert.js";
import { undefinedVariable } from "./undefined-variable.js";
import { unescapedDot } from "./unescaped-dot.js";
import { unknownLabel } from "./unknown-label.js";
import { unknownLabelValue } from "./unknown-label-value.js";
import { unknownMetric } from "./unknown-metric.js";
import { unmatchableSides } from "./unmatchable-sides.js";
import { unmatchedGrouping } from "./unmatched-grouping.js";
import { unusedJoinLabel } from "./unused-join-label.js";
import { unusedVariable } from "./unused-variable.js";
import { valueInLabel } from "./value-in-label.js";
import { zeroFor } from "./zero-for.js";
import { zeroOffset } from "./zero-offset.js";

/** Every rule, sorted by id. */
export const all: readonly Rule[] = [
  absentOfAggregate,
  absentWithoutFor,
  alertNameCase,
  alwaysReturningAlert,
  averageOfAverages,
  averagedQuantile,
  bareRangeVector,
  beyondRetention,
  constantComparison,
  contradictoryMatchers,
  costlyQuery,
  countComparedToZero,
  droppedLabel,
  duplicateGroupingLabel,
  duplicateMatcher,
  duplicateRule,
  emptyBy,
  emptyRegex,
  equalityWithMultiValueVariable,
  fixedWindowInPanel,
  gaugeFunctionOverCounter,
  identicalSides,
  increaseWindowShorterThanFor,
  integerBucketLabel,
  intervalForRate,
  irateInAlert,
  joinedLabelMissing,
  labelOverwrittenByRule,
  matchAllRegex,
  matchNothingRegex,
  missingFor,
  missingGroupLeft,
  namelessSelector,
  nanProneAggregation,
  nestedRate,
  nonemptyRegex,
  orVectorBesideLabels,
  patternWithoutRegex,
  quantileOutOfRange,
  quantileOverExtreme,
  quantileOverRawBuckets,
  quantileWithoutLe,
  queryFailsOnServer,
  quotedQuery,
  rateOfAggregation,
  rateOfSubquery,
  rateOverGauge,
  rawCounterInAlert,
  recordingRuleName,
  redundantAnchor,
  redundantParentheses,
  regexWithoutPattern,
  removedLabel,
  removedMetric,
  repeatedAggregation,
  requiredAnnotations,
  requiredLabels,
  returnsNothing,
  ruleOrder,
  shortRateWindow,
  singleSampleSubquery,
  slowGroupInterval,
  sortWithoutEffect,
  subqueryWithoutStep,
  subsumedMatcher,
  templateLabelMissing,
  templateQueryError,
  templateSyntax,
  topkInAlert,
  undefinedVariable,
  unescapedDot,
  unknownLabel,
  unknownLabelValue,
  unknownMetric,
  unmatchableSides,
  unmatchedGrouping,
  unusedJoinLabel,
  unusedVariable,
  valueInLabel,
  zeroFor,
  zeroOffset,
];

/** The rules that are on by default. */
export const recommended: readonly Rule[] = all.filter(({ id }) => !offByDefault.has(id));

/**
 * Ready-made settings of all rules, for `configureRules` and the key `extends` of a configuration: `recommended` is what
 * holds without a configuration, `strict` turns on all but what a team has to choose and makes warnings of infos,
 * `prometheus-3-migration` leaves on what Prometheus 3 answers otherwise.
 */
export const presets: Presets = presetsOf(all, recommended);

export type { PresetName, Presets } from "./presets.js";
