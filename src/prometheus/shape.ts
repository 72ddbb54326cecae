import { parseDuration } from "../promql/durations.js";
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

/** The value as a finite number where it is one. */
export function optionalNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The value as a time where it is one that Go writes; its zero, which stands for never, is none. */
export function optionalDate(value: unknown): Date | undefined {
  const text = optionalText(value);
  if (text === undefined || text.startsWith("0001-01-01T00:00:00")) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** The seconds of a duration such as `15s` where the value is one. */
export function optionalDuration(value: unknown): number | undefined {
  const seconds = parseDuration(optionalText(value) ?? "");
  return typeof seconds === "number" ? seconds : undefined;
}
