export { parseTemplate, type ParsedTemplate } from "./parse.js";
export { templateFacts } from "./run.js";
export { ruleTemplates, type RuleTemplate } from "./rule-templates.js";
export { queryText, type QueryText } from "./query-text.js";
export { templateFunction, templateFunctionNames, type TemplateFunction } from "./functions.js";
export { maxTemplateDepth } from "./cursor.js";
export type { LabelRead, QueryRun, TemplateFacts, ValuePrinted } from "./facts.js";
export type { Literal } from "./value.js";
export type * from "./ast.js";
