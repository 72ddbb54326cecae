export { testKind, type TestKind } from "./kind.js";
export { runScriptFile } from "./run-script-file.js";
export { runUnitTests, type RuleFileText, type UnitTestOptions } from "./run-unit-tests.js";
export type { RuleQueryOptions } from "./rule-storage.js";
export type { DifferenceLine, TestCase, TestFileOutcome, TestPlace, TestProblem } from "./outcome.js";
export type { Feature } from "../promql/features.js";
export type { QueryOptions } from "../engine/query.js";
export type { Limits } from "../engine/budget.js";
