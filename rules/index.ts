import type { Rule } from "../src/lint/rule.js";
import { absentWithoutFor } from "./absent-without-for.js";
import { alertNameCase } from "./alert-name-case.js";
import { alwaysReturningAlert } from "./always-returning-alert.js";
import { duplicateRule } from "./duplicate-rule.js";
import { equalityWithMultiValueVariable } from "./equality-with-multi-value-variable.js";
import { fixedWindowInPanel } from "./fixed-window-in-panel.js";
import { increaseWindowShorterThanFor } from "./increase-window-shorter-than-for.js";
import { intervalForRate } from "./interval-for-rate.js";
import { labelOverwrittenByRule } from "./label-overwritten-by-rule.js";
import { missingFor } from "./missing-for.js";
import { offByDefault, presetsOf, type Presets } from "./presets.js";
import { queryRules } from "./query-rules.js";
import { rawCounterInAlert } from "./raw-counter-in-alert.js";
import { recordingRuleName } from "./recording-rule-name.js";
import { requiredAnnotations } from "./required-annotations.js";
import { requiredLabels } from "./required-labels.js";
import { ruleOrder } from "./rule-order.js";
import { slowGroupInterval } from "./slow-group-interval.js";
import { templateLabelMissing } from "./template-label-missing.js";
import { templateQueryError } from "./template-query-error.js";
import { templateSyntax } from "./template-syntax.js";
import { topkInAlert } from "./topk-in-alert.js";
import { undefinedVariable } from "./undefined-variable.js";
import { unusedVariable } from "./unused-variable.js";
import { valueInLabel } from "./value-in-label.js";
import { zeroFor } from "./zero-for.js";

/** Every rule, sorted by id. */
export const all: readonly Rule[] = [
  ...queryRules,
  absentWithoutFor,
  alertNameCase,
  alwaysReturningAlert,
  duplicateRule,
  equalityWithMultiValueVariable,
  fixedWindowInPanel,
  increaseWindowShorterThanFor,
  intervalForRate,
  labelOverwrittenByRule,
  missingFor,
  rawCounterInAlert,
  recordingRuleName,
  requiredAnnotations,
  requiredLabels,
  ruleOrder,
  slowGroupInterval,
  templateLabelMissing,
  templateQueryError,
  templateSyntax,
  topkInAlert,
  undefinedVariable,
  unusedVariable,
  valueInLabel,
  zeroFor,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The rules that are on by default. */
export const recommended: readonly Rule[] = all.filter(({ id }) => !offByDefault.has(id));

/**
 * Ready-made settings of all rules, for `configureRules` and the key `extends` of a configuration: `recommended` is what
 * holds without a configuration, `strict` turns on all but what a team has to choose and makes warnings of infos,
 * `prometheus-3-migration` leaves on what Prometheus 3 answers otherwise.
 */
export const presets: Presets = presetsOf(all, recommended);

export type { PresetName, Presets } from "./presets.js";
