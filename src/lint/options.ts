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

/** An option whose value is a list of texts. */
export interface ListOption extends OptionOf<"array", readonly string[]> {
  readonly items: { readonly type: "string"; readonly enum?: readonly string[] };
}

/** What a rule may be told, as the JSON Schema of its value. */
export type Option = NumberOption | OptionOf<"boolean", boolean> | OptionOf<"string", string> | ListOption;

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
  readonly [Name in keyof Table]: Table[Name]["type"] extends "array"
    ? readonly string[]
    : Table[Name]["type"] extends "boolean"
      ? boolean
      : Table[Name]["type"] extends "string"
        ? string
        : number;
};

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
      return Array.isArray(value) && value.every((item) => typeof item === "string");
    case "boolean":
    case "string":
      return typeof value === option.type;
  }
}

function isWithin({ type, minimum = -Infinity, maximum = Infinity }: NumberOption, value: unknown): boolean {
  if (typeof value !== "number" || (type === "integer" && !Number.isInteger(value))) return false;
  return value >= minimum && value <= maximum;
}
