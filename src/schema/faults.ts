import type { ErrorObject } from "ajv";
import { patternMistake } from "../promql/regex.js";
import { askForName } from "../promql/spelling.js";
import type { Fault } from "./fault.js";
import { isObject, type JsonObject } from "./object.js";

/** Longer lists of what is possible help nobody. */
const mostListed = 12;

/** The errors of ajv, with their data, in words; each at its value. */
export function faultsOf(errors: readonly ErrorObject[], schema: object): readonly Fault[] {
  // Of a condition that does not hold, the errors within say more.
  return errors.filter(({ keyword }) => keyword !== "if").map((error) => faultOf(error, schema));
}

function faultOf({ keyword, instancePath, data, params, message }: ErrorObject, schema: object): Fault {
  const keys = instancePath.split("/").slice(1).map(unescapePointer);
  const parameters: JsonObject = params;
  const name = named(keys);
  switch (keyword) {
    case "additionalProperties": {
      const key = String(parameters["additionalProperty"]);
      const known = propertiesAt(schema, keys);
      const help = askForName(key, known) ?? (known.length <= mostListed ? `known are ${listed(known)}` : undefined);
      return { keys: [...keys, key], atKey: true, message: `${name} has no key \`${key}\``, ...(help && { help }) };
    }
    case "required": {
      const key = String(parameters["missingProperty"]);
      return { keys, message: `${name} lacks the key \`${key}\``, help: descriptionAt(schema, [...keys, key]) };
    }
    case "enum": {
      const values = namesOf(parameters["allowedValues"]);
      const near = values.length > mostListed && typeof data === "string" ? askForName(data, values) : undefined;
      return { keys, message: `${name} is none of the values it can have`, help: near ?? `write ${listed(values)}` };
    }
    case "const":
      return {
        keys,
        message: `${name} is a version that is not known`,
        help: `write ${listed([String(parameters["allowedValue"])])}`,
      };
    case "type":
      return {
        keys,
        message: `${name} is not ${typeNames[String(parameters["type"])] ?? "of the right type"}`,
        help: descriptionAt(schema, keys),
      };
    case "pattern":
    case "minLength":
      return { keys, message: `${name} is not written as it must be`, help: descriptionAt(schema, keys) };
    case "format":
      return {
        keys,
        message: `${name} is no regular expression: ${patternMistake(String(data)) ?? "it cannot be read"}`,
        help: "write it in RE2, as in a matcher of PromQL",
      };
    case "minItems":
      return {
        keys,
        message: Array.isArray(data) && data.length > 0 ? `${name} has too few items` : `${name} is empty`,
        help: descriptionAt(schema, keys),
      };
    case "items":
      return { keys, message: `${name} has too many items`, help: descriptionAt(schema, keys) };
    case "uniqueItems":
      return { keys, message: `${name} holds a value twice`, help: "leave out the second" };
    default:
      return { keys, message: `${name} ${message ?? "does not fit the schema"}` };
  }
}

/** What people call the types of a schema. */
const typeNames: Readonly<Record<string, string>> = {
  object: "a mapping",
  array: "a list",
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "`true` or `false`",
};

function named(keys: readonly string[]): string {
  if (keys.length === 0) return "the file";
  const key = keys.findLast((part) => !/^\d+$/.test(part)) ?? "";
  const inList = /^\d+$/.test(keys.at(-1) ?? "");
  return inList ? `an item of \`${key}\`` : `\`${key}\``;
}

/** The schema of the value to which the keys lead. */
function schemaAt(schema: object, keys: readonly string[]): JsonObject | undefined {
  let at: unknown = schema;
  for (const key of keys) at = within(at, key);
  return isObject(at) ? at : undefined;
}

/** The schema of what stands under a key; the ways of a condition are both looked at. */
function within(schema: unknown, key: string): unknown {
  for (const part of isObject(schema) ? [schema, schema["then"], schema["else"]] : []) {
    if (!isObject(part)) continue;
    const { properties, additionalProperties, prefixItems, items } = part;
    if (isObject(properties) && Object.hasOwn(properties, key)) return properties[key];
    if (isObject(additionalProperties)) return additionalProperties;
    if (Array.isArray(prefixItems) && Object.hasOwn(prefixItems, key)) return prefixItems[Number(key)];
    if (isObject(items) && /^\d+$/.test(key)) return items;
  }
  return undefined;
}

function propertiesAt(schema: object, keys: readonly string[]): readonly string[] {
  const properties = schemaAt(schema, keys)?.["properties"];
  return isObject(properties) ? Object.keys(properties) : [];
}

/** What the value is for: its own description, or that of what it stands in. */
function descriptionAt(schema: object, keys: readonly string[]): string {
  for (const path of [keys, keys.slice(0, -1), keys.slice(0, -2)]) {
    const description = schemaAt(schema, path)?.["description"];
    if (typeof description === "string") return `it holds this: ${description}`;
  }
  return "see the schema";
}

function namesOf(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.map(String) : [];
}

function listed(names: readonly string[]): string {
  const words = names.map((name) => `\`${name}\``);
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}` : words.join("");
}

function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}
