/** A value of a template while it is evaluated, by its type in Go. */
export type GoValue =
  | FloatValue
  | IntValue
  | TextValue
  | BoolValue
  | NilValue
  | MapValue
  | SamplesValue
  | SampleValue
  | StructValue
  | TimeValue
  | DurationValue;

/** A `float64`. */
export interface FloatValue {
  readonly kind: "float64";
  readonly value: number;
}

/** An `int`, or a byte of a text. */
export interface IntValue {
  readonly kind: "int" | "uint8";
  readonly value: bigint;
}

/** A `string`. */
export interface TextValue {
  readonly kind: "string";
  readonly value: string;
}

/** A `bool`. */
export interface BoolValue {
  readonly kind: "bool";
  readonly value: boolean;
}

/** `nil`, and what is not there. */
export interface NilValue {
  readonly kind: "nil";
}

/** A map from texts. `element` is the type of what it holds: what is missing is an empty text, or nothing. */
export interface MapValue {
  readonly kind: "map";
  readonly element: "string" | "interface {}";
  readonly values: ReadonlyMap<string, GoValue>;
}

/** The result of a query. */
export interface SamplesValue {
  readonly kind: "samples";
  readonly items: readonly SampleValue[];
}

/** A sample of the result of a query. */
export interface SampleValue {
  readonly kind: "sample";
  readonly labels: MapValue;
  readonly value: number;
}

/** What a template of an alerting rule is given. */
export interface StructValue {
  readonly kind: "struct";
  readonly fields: ReadonlyMap<string, GoValue>;
}

/** A time, in milliseconds since 1970. */
export interface TimeValue {
  readonly kind: "time";
  readonly value: number;
}

/** A duration, in nanoseconds. */
export interface DurationValue {
  readonly kind: "duration";
  readonly value: bigint;
}

/** Nothing. */
export const nil: NilValue = { kind: "nil" };

/** A number. */
export function floatOf(value: number): FloatValue {
  return { kind: "float64", value };
}

/** A whole number. */
export function intOf(value: number | bigint): IntValue {
  return { kind: "int", value: BigInt(value) };
}

/** A text. */
export function textOf(value: string): TextValue {
  return { kind: "string", value };
}

/** A truth value. */
export function boolOf(value: boolean): BoolValue {
  return { kind: "bool", value };
}

/** A map from texts to texts. */
export function textMap(texts: Iterable<readonly [name: string, value: string]>): MapValue {
  return {
    kind: "map",
    element: "string",
    values: new Map(Array.from(texts, ([name, value]) => [name, textOf(value)])),
  };
}

/** A value's type as Go names it. */
export function typeName(value: GoValue): string {
  switch (value.kind) {
    case "map":
      return `map[string]${value.element}`;
    case "samples":
      return "template.queryResult";
    case "sample":
      return "*template.sample";
    case "struct":
      return structType;
    case "time":
      return "*time.Time";
    case "duration":
      return "*time.Duration";
    case "nil":
      return "nil";
    case "float64":
    case "int":
    case "uint8":
    case "string":
    case "bool":
      return value.kind;
  }
}

const structType =
  "struct { Labels map[string]string; ExternalLabels map[string]string; ExternalURL string; Value interface {} }";

/** Whether `if` takes a value for true: https://pkg.go.dev/text/template#hdr-Actions */
export function isTrue(value: GoValue): boolean {
  switch (value.kind) {
    case "float64":
      return value.value !== 0;
    case "int":
    case "uint8":
      return value.value !== 0n;
    case "string":
      return value.value !== "";
    case "bool":
      return value.value;
    case "nil":
      return false;
    case "map":
      return value.values.size > 0;
    case "samples":
      return value.items.length > 0;
    case "sample":
    case "struct":
    case "time":
    case "duration":
      return true;
  }
}
