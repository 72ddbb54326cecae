import type { Rule } from "../src/lint/rule.js";
import { bareRangeVector } from "./bare-range-vector.js";
import { rateOverGauge } from "./rate-over-gauge.js";
import { regexWithoutPattern } from "./regex-without-pattern.js";

/** Every rule, sorted by id. */
export const all: readonly Rule[] = [bareRangeVector, rateOverGauge, regexWithoutPattern];

/** The rules that are on by default. */
export const recommended: readonly Rule[] = all;
