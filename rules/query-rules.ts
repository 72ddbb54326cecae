import type { Rule } from "../src/lint/rule.js";
import { absentOfAggregate } from "./absent-of-aggregate.js";
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
import { emptyBy } from "./empty-by.js";
import { emptyRegex } from "./empty-regex.js";
import { gaugeFunctionOverCounter } from "./gauge-function-over-counter.js";
import { identicalSides } from "./identical-sides.js";
import { integerBucketLabel } from "./integer-bucket-label.js";
import { irateInAlert } from "./irate-in-alert.js";
import { joinedLabelMissing } from "./joined-label-missing.js";
import { matchAllRegex } from "./match-all-regex.js";
import { matchNothingRegex } from "./match-nothing-regex.js";
import { missingGroupLeft } from "./missing-group-left.js";
import { namelessSelector } from "./nameless-selector.js";
import { nanProneAggregation } from "./nan-prone-aggregation.js";
import { nestedRate } from "./nested-rate.js";
import { nonemptyRegex } from "./nonempty-regex.js";
import { orVectorBesideLabels } from "./or-vector-beside-labels.js";
import { patternWithoutRegex } from "./pattern-without-regex.js";
import { percentSign } from "./percent-sign.js";
import { offByDefault } from "./presets.js";
import { quantileOutOfRange } from "./quantile-out-of-range.js";
import { quantileOverExtreme } from "./quantile-over-extreme.js";
import { quantileOverRawBuckets } from "./quantile-over-raw-buckets.js";
import { quantileWithoutLe } from "./quantile-without-le.js";
import { queryFailsOnServer } from "./query-fails-on-server.js";
import { quotedQuery } from "./quoted-query.js";
import { rateOfAggregation } from "./rate-of-aggregation.js";
import { rateOfSubquery } from "./rate-of-subquery.js";
import { rateOverGauge } from "./rate-over-gauge.js";
import { redundantAnchor } from "./redundant-anchor.js";
import { redundantParentheses } from "./redundant-parentheses.js";
import { regexWithoutPattern } from "./regex-without-pattern.js";
import { removedLabel } from "./removed-label.js";
import { removedMetric } from "./removed-metric.js";
import { repeatedAggregation } from "./repeated-aggregation.js";
import { returnsNothing } from "./returns-nothing.js";
import { shortRateWindow } from "./short-rate-window.js";
import { singleSampleSubquery } from "./single-sample-subquery.js";
import { sortWithoutEffect } from "./sort-without-effect.js";
import { subqueryWithoutStep } from "./subquery-without-step.js";
import { subsumedMatcher } from "./subsumed-matcher.js";
import { unescapedDot } from "./unescaped-dot.js";
import { unknownLabel } from "./unknown-label.js";
import { unknownLabelValue } from "./unknown-label-value.js";
import { unknownMetric } from "./unknown-metric.js";
import { unmatchableSides } from "./unmatchable-sides.js";
import { unmatchedGrouping } from "./unmatched-grouping.js";
import { unusedJoinLabel } from "./unused-join-label.js";
import { zeroOffset } from "./zero-offset.js";

/** Every rule on single queries, sorted by id: all that somebody needs who holds nothing else, such as an editor. */
export const queryRules: readonly Rule[] = [
  absentOfAggregate,
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
  emptyBy,
  emptyRegex,
  gaugeFunctionOverCounter,
  identicalSides,
  integerBucketLabel,
  irateInAlert,
  joinedLabelMissing,
  matchAllRegex,
  matchNothingRegex,
  missingGroupLeft,
  namelessSelector,
  nanProneAggregation,
  nestedRate,
  nonemptyRegex,
  orVectorBesideLabels,
  patternWithoutRegex,
  percentSign,
  quantileOutOfRange,
  quantileOverExtreme,
  quantileOverRawBuckets,
  quantileWithoutLe,
  queryFailsOnServer,
  quotedQuery,
  rateOfAggregation,
  rateOfSubquery,
  rateOverGauge,
  redundantAnchor,
  redundantParentheses,
  regexWithoutPattern,
  removedLabel,
  removedMetric,
  repeatedAggregation,
  returnsNothing,
  shortRateWindow,
  singleSampleSubquery,
  sortWithoutEffect,
  subqueryWithoutStep,
  subsumedMatcher,
  unescapedDot,
  unknownLabel,
  unknownLabelValue,
  unknownMetric,
  unmatchableSides,
  unmatchedGrouping,
  unusedJoinLabel,
  zeroOffset,
];

/** Those of them that are on by default. */
export const recommendedQueryRules: readonly Rule[] = queryRules.filter(({ id }) => !offByDefault.has(id));
