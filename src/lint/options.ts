import { patternMistake } from "../promql/regex.js";

interface OptionOf<Type extends string, T> {
  readonly type: Type;
  /** What it changes: one line, no full stop. */
  readonly description: string;
  /** What holds where nothing is configured. */
  readonly default: T;
}

/** An option whose value is a number. */
export interface NumberOption extends OptionOf<"number" | "integer", number> {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** An option whose value is a text. */
export interface TextOption extends OptionOf<"string", string> {
  /** `re2` where it is a regular expression, in the syntax that PromQL has. */
  readonly format?: "re2";
}

/** An option whose value is a list of texts. */
export interface ListOption extends OptionOf<"array", readonly string[]> {
  readonly items: { readonly type: "string"; readonly enum?: readonly string[] };
}

/** Lists of texts by name. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** An option whose value gives names of the user's choice a list of texts each. */
export interface ListsOption extends OptionOf<"object", Lists> {
  readonly additionalProperties: {
    readonly type: "array";
    readonly items: { readonly type: "string"; readonly format?: "re2" };
  };
}

/** What a rule may be told, as the JSON Schema of its value. */
export type Option = NumberOption | OptionOf<"boolean", boolean> | TextOption | ListOption | ListsOption;

/** An option that lists names of metrics, in which `*` stands for any text. */
export function metricNames(description: string, names: readonly string[] = []): ListOption {
  const items = { type: "string" } as const;
  return { type: "array", items, description: `${description}; \`*\` stands for any text`, default: names };
}

/** An option that lists names of labels. */
export function labelNames(description: string): ListOption {
  return { type: "array", items: { type: "string" }, description, default: [] };
}

/** The options of a rule by name. */
export type OptionTable = Readonly<Record<string, Option>>;

/** The values of options as they are configured. */
export type RuleOptions = Readonly<Record<string, unknown>>;

/** The values of options, each of its type. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: ValuesByType[Table[Name]["type"]];
};

/** The type of an option's value, by the name that its table gives it. */
export interface ValuesByType {
  readonly array: readonly string[];
  readonly object: Lists;
  readonly boolean: boolean;
  readonly string: string;
  readonly number: number;
  readonly integer: number;
}

/** The given values, and the default where none is given or it is of another type. Throws on a bad default. */
export function optionValues<Table extends OptionTable>(
  table: Table | undefined,
  given: RuleOptions,
): OptionValues<Table> {
  const values = Object.fromEntries(
    Object.entries(table ?? {}).map(([name, option]) => {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      return [name, isOf(option, value) ? value : option.default];
    }),
  );
  if (!areOf(table, values))
    throw new TypeError(`the default of an option has another type: ${JSON.stringify(values)}`);
  return values;
}

function areOf<Table extends OptionTable>(
  table: Table | undefined,
  values: RuleOptions,
): values is OptionValues<Table> {
  return Object.entries(table ?? {}).every(([name, option]) => isOf(option, values[name]));
}

function isOf(option: Option, value: unknown): boolean {
  switch (option.type) {
    case "number":
    case "integer":
      return isWithin(option, value);
    case "array":
      return isTexts(value);
    case "object":
      return isLists(option, value);
    case "string":
      return isText(option, value);
    case "boolean":
      return typeof value === "boolean";
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isLists({ additionalProperties: { items } }: ListsOption, value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((list) => isTexts(list) && list.every((text) => isText(items, text)));
}

function isText({ format }: Pick<TextOption, "format">, value: unknown): boolean {
  return typeof value === "string" && (format !== "re2" || patternMistake(value) === undefined);
}

function isWithin({ type, minimum = -Infinity, maximum = Infinity }: NumberOption, value: unknown): boolean {
  if (typeof value !== "number" || (type === "integer" && !Number.isInteger(value))) return false;
  return value >= minimum && value <= maximum;
}
