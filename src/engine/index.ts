export { instantQuery, rangeQuery, type QueryOptions } from "./query.js";
export type { Limits } from "./budget.js";
export type { Answer, Evaluated, Failed, FailureKind } from "./result.js";
export type { MatrixSeries, Result, ResultLabels, ResultSample, VectorSeries } from "./result.js";

export { createStorage, type Storage, type StoredSamples } from "./storage.js";
export { type Label, type Labels, labelsOf } from "./labels.js";
export { type Matcher, matcher } from "./matchers.js";
export type { MatchOperator } from "../syntax/ast.js";
export type { Mark } from "./marks.js";
export type { Points, Series } from "./series.js";

export { loadAnswer } from "./readers/load-answer.js";
export { type ExpositionLoading, loadExposition } from "./readers/load-exposition.js";
export { loadNotation, type NotationLoading } from "./readers/load-notation.js";
export type { LoadProblem } from "./readers/load-problem.js";
