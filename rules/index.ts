import type { Rule } from "../src/lint/rule.js";
import { absentWithoutFor } from "./absent-without-for.js";
import { alertNameCase } from "./alert-name-case.js";
import { alwaysReturningAlert } from "./always-returning-alert.js";
import { bareRangeVector } from "./bare-range-vector.js";
import { contradictoryMatchers } from "./contradictory-matchers.js";
import { countComparedToZero } from "./count-compared-to-zero.js";
import { droppedLabel } from "./dropped-label.js";
import { duplicateGroupingLabel } from "./duplicate-grouping-label.js";
import { duplicateMatcher } from "./duplicate-matcher.js";
import { duplicateRule } from "./duplicate-rule.js";
import { emptyBy } from "./empty-by.js";
import { gaugeFunctionOverCounter } from "./gauge-function-over-counter.js";
import { identicalSides } from "./identical-sides.js";
import { increaseWindowShorterThanFor } from "./increase-window-shorter-than-for.js";
import { integerBucketLabel } from "./integer-bucket-label.js";
import { irateInAlert } from "./irate-in-alert.js";
import { labelOverwrittenByRule } from "./label-overwritten-by-rule.js";
import { matchAllRegex } from "./match-all-regex.js";
import { matchNothingRegex } from "./match-nothing-regex.js";
import { missingFor } from "./missing-for.js";
import { nonemptyRegex } from "./nonempty-regex.js";
import { offByDefault, presetsOf, type Presets } from "./presets.js";
import { quantileOutOfRange } from "./quantile-out-of-range.js";
import { quantileOverRawBuckets } from "./quantile-over-raw-buckets.js";
import { quantileWithoutLe } from "./quantile-without-le.js";
import { rateOfAggregation } from "./rate-of-aggregation.js";
import { rateOverGauge } from "./rate-over-gauge.js";
import { rawCounterInAlert } from "./raw-counter-in-alert.js";
import { recordingRuleName } from "./recording-rule-name.js";
import { redundantAnchor } from "./redundant-anchor.js";
import { regexWithoutPattern } from "./regex-without-pattern.js";
import { removedMetric } from "./removed-metric.js";
import { requiredAnnotations } from "./required-annotations.js";
import { requiredLabels } from "./required-labels.js";
import { ruleOrder } from "./rule-order.js";
import { shortRateWindow } from "./short-rate-window.js";
import { singleSampleSubquery } from "./single-sample-subquery.js";
import { slowGroupInterval } from "./slow-group-interval.js";
import { templateLabelMissing } from "./template-label-missing.js";
import { templateQueryError } from "./template-query-error.js";
import { templateSyntax } from "./template-syntax.js";
import { topkInAlert } from "./topk-in-alert.js";
import { unmatchableSides } from "./unmatchable-sides.js";
import { unmatchedGrouping } from "./unmatched-grouping.js";
import { valueInLabel } from "./value-in-label.js";
import { zeroFor } from "./zero-for.js";

/** Every rule, sorted by id. */
export const all: readonly Rule[] = [
  absentWithoutFor,
  alertNameCase,
  alwaysReturningAlert,
  bareRangeVector,
  contradictoryMatchers,
  countComparedToZero,
  droppedLabel,
  duplicateGroupingLabel,
  duplicateMatcher,
  duplicateRule,
  emptyBy,
  gaugeFunctionOverCounter,
  identicalSides,
  increaseWindowShorterThanFor,
  integerBucketLabel,
  irateInAlert,
  labelOverwrittenByRule,
  matchAllRegex,
  matchNothingRegex,
  missingFor,
  nonemptyRegex,
  quantileOutOfRange,
  quantileOverRawBuckets,
  quantileWithoutLe,
  rateOfAggregation,
  rateOverGauge,
  rawCounterInAlert,
  recordingRuleName,
  redundantAnchor,
  regexWithoutPattern,
  removedMetric,
  requiredAnnotations,
  requiredLabels,
  ruleOrder,
  shortRateWindow,
  singleSampleSubquery,
  slowGroupInterval,
  templateLabelMissing,
  templateQueryError,
  templateSyntax,
  topkInAlert,
  unmatchableSides,
  unmatchedGrouping,
  valueInLabel,
  zeroFor,
];

/** The rules that are on by default. */
export const recommended: readonly Rule[] = all.filter(({ id }) => !offByDefault.has(id));

/**
 * Ready-made settings of all rules, for `configureRules` and the key `extends` of a configuration: `recommended` is what
 * holds without a configuration, `strict` turns every rule on and makes warnings of infos, `prometheus-3-migration` leaves
 * on what Prometheus 3 answers otherwise.
 */
export const presets: Presets = presetsOf(all, recommended);

export type { PresetName, Presets } from "./presets.js";
