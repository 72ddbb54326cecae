import { InvalidArgumentError, Option } from "commander";
import { parseDuration } from "../promql/durations.js";
import { askForName } from "../promql/spelling.js";
import { readMoment } from "../results/moment.js";

/** An option that takes one of some words. */
export function choice(flags: string, description: string, choices: readonly string[], initial?: string): Option {
  return new Option(flags, description)
    .choices(choices)
    .default(initial)
    .argParser((value) => {
      if (choices.includes(value)) return value;
      const help = askForName(value, choices);
      const line = help === undefined ? "" : `\nhelp: ${help}`;
      throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}.${line}`);
    });
}

/** For commands whose report is for people or as JSON. */
export function formatOption(): Option {
  return choice("-f, --format <format>", "what the report is written for", ["terminal", "json"], "terminal");
}

/** Colours even where the output is no terminal. */
export function colorOption(): Option {
  return new Option("--color", "use colours even where the output is no terminal");
}

/** No colours. */
export function noColorOption(): Option {
  return new Option("--no-color", "use no colours");
}

/** Reads the value of an option. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("It takes a whole number.");
  return Number(value);
}

/** Reads the number of a port; 0 is one that is free. */
export function portOption(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError("It takes a number from 0 to 65535.");
  return port;
}

/** Reads a duration, in seconds. */
export function durationOption(value: string): number {
  const seconds = parseDuration(value);
  if (typeof seconds === "string" || seconds === 0)
    throw new InvalidArgumentError("It takes a duration such as 30s or 1m.");
  return seconds;
}

/** Reads a time, RFC 3339 or seconds since 1970; returns milliseconds since 1970. */
export function momentOption(value: string): number {
  const time = Math.round((readMoment(value) ?? NaN) * 1000);
  if (time >= Date.UTC(1971, 0) && time < Date.UTC(9999, 0)) return time;
  throw new InvalidArgumentError("It takes a time from 1971 to 9999 such as 2026-01-15T12:00:00Z or 1768478400.");
}

/** Reads a number of seconds. */
export function positiveNumber(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number < 1e6)) throw new InvalidArgumentError("It takes a number of seconds.");
  return number;
}
