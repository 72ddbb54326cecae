import { isObject, type JsonObject } from "../schema/object.js";

/** An answer is built otherwise than Prometheus' API says; the message names the place within it. */
export class UnexpectedShape extends Error {
  constructor(where: string, expected: string) {
    super(`${where} is not ${expected}`);
  }
}

export { isObject, type JsonObject };

/** The value as an object; throws {@link UnexpectedShape}. */
export function objectAt(value: unknown, where: string): JsonObject {
  if (!isObject(value)) throw new UnexpectedShape(where, "an object");
  return value;
}

/** The value as an array; throws {@link UnexpectedShape}. */
export function arrayAt(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new UnexpectedShape(where, "an array");
  return value;
}

/** The value as a string; throws {@link UnexpectedShape}. */
export function textAt(value: unknown, where: string): string {
  if (typeof value !== "string") throw new UnexpectedShape(where, "a string");
  return value;
}

/** An object of strings, such as a label set; throws {@link UnexpectedShape}. */
export function textsAt(value: unknown, where: string): Readonly<Record<string, string>> {
  const fields = Object.entries(objectAt(value, where));
  return Object.fromEntries(fields.map(([name, text]) => [name, textAt(text, `${where}.${name}`)]));
}

/** The value as a string where it is one that is not empty. */
export function optionalText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
