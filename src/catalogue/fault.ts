import type { ErrorObject } from "ajv";
import { closest, distance } from "fastest-levenshtein";
import { isObject } from "../prometheus/shape.js";
import { catalogueSchema } from "./schema.js";

/** What a file has otherwise than the schema says. */
export interface Fault {
  /** The way to the value from the top of the file. */
  readonly keys: readonly string[];
  /** Whether the last key itself is wrong, not its value. */
  readonly atKey?: boolean;
  readonly message: string;
  readonly help?: string;
}

/** The errors of ajv in words, each at its value. */
export function faultsOf(errors: readonly ErrorObject[]): readonly Fault[] {
  return errors.map((error) => {
    const keys = error.instancePath.split("/").slice(1).map(unescapePointer);
    const parameters: Readonly<Record<string, unknown>> = error.params;
    return faultOf(error.keyword, keys, parameters, error.message ?? "it does not fit the schema");
  });
}

function faultOf(
  keyword: string,
  keys: readonly string[],
  parameters: Readonly<Record<string, unknown>>,
  otherwise: string,
): Fault {
  const name = named(keys);
  switch (keyword) {
    case "additionalProperties": {
      const key = String(parameters["additionalProperty"]);
      const known = propertiesAt(keys);
      const near = known.length > 0 ? closest(key, known) : undefined;
      const guess = near && distance(key, near) <= 2 ? `did you mean \`${near}\`?` : `known are ${listed(known)}`;
      return { keys: [...keys, key], atKey: true, message: `${name} has no key \`${key}\``, help: guess };
    }
    case "required": {
      const key = String(parameters["missingProperty"]);
      return { keys, message: `${name} lacks the key \`${key}\``, help: descriptionAt([...keys, key]) };
    }
    case "enum": {
      const values = parameters["allowedValues"];
      return { keys, message: `${name} is none of the values it can have`, help: `write ${listed(values)}` };
    }
    case "const":
      return { keys, message: `${name} is a version that is not known`, help: `write ${listed([1])}` };
    case "type":
      return { keys, message: `${name} is not of the type ${String(parameters["type"])}`, help: descriptionAt(keys) };
    case "pattern":
    case "minLength":
      return { keys, message: `${name} is not written as it must be`, help: descriptionAt(keys) };
    case "minItems":
      return { keys, message: `${name} is empty`, help: descriptionAt(keys) };
    case "uniqueItems":
      return { keys, message: `${name} holds a value twice`, help: "leave out the second" };
    default:
      return { keys, message: `${name} ${otherwise}` };
  }
}

function named(keys: readonly string[]): string {
  if (keys.length === 0) return "the file";
  const key = keys.findLast((part) => !/^\d+$/.test(part)) ?? "";
  const inList = /^\d+$/.test(keys.at(-1) ?? "");
  return inList ? `an item of \`${key}\`` : `\`${key}\``;
}

/** The schema of the value to which the keys lead. */
function schemaAt(keys: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  let schema: unknown = catalogueSchema;
  for (const key of keys) {
    if (!isObject(schema)) return undefined;
    const { items, properties } = schema;
    if (isObject(properties)) schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
    else if (items !== undefined) schema = items;
  }
  return isObject(schema) ? schema : undefined;
}

function propertiesAt(keys: readonly string[]): readonly string[] {
  const properties = schemaAt(keys)?.["properties"];
  return isObject(properties) ? Object.keys(properties) : [];
}

/** What the value is for: its own description, or that of the list it stands in. */
function descriptionAt(keys: readonly string[]): string {
  for (const path of [keys, keys.slice(0, -1)]) {
    const description = schemaAt(path)?.["description"];
    if (typeof description === "string") return `it holds this: ${description}`;
  }
  return "see the schema";
}

function listed(values: unknown): string {
  const words = Array.isArray(values) ? values.map((value) => `\`${String(value)}\``) : [];
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}` : words.join("");
}

function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}
