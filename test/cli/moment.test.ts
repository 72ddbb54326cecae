import { expect, test } from "vitest";
import { momentOption, momentText } from "../../src/cli/moment.js";

test.each([
  ["2026-01-15T12:00:00Z", "2026-01-15T12:00:00Z"],
  ["2026-01-15t12:00:00.5z", "2026-01-15T12:00:00Z"],
  ["2026-01-15 21:00:00+09:00", "2026-01-15T12:00:00Z"],
  ["2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00Z"],
  ["1768478400", "2026-01-15T12:00:00Z"],
  ["1768478400.25", "2026-01-15T12:00:00Z"],
])("%s is %s", (text, expected) => {
  expect(momentText(momentOption(text))).toBe(expected);
});

test("fractions of a second are kept", () => {
  expect(momentOption("1768478400.25")).toBe(1_768_478_400_250);
  expect(momentOption("2026-01-15T12:00:00.25Z")).toBe(1_768_478_400_250);
});

test.each([
  ...["", "now", "yesterday", "2026-01-15", "2026-01-15T12:00:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z"],
  ...["2026-01-15T24:01:00Z", "-5", "1e9", "1768478400000", "999999999999", "12", "2026-01-15T12:00:00Z\n"],
])("%j is no time", (text) => {
  expect(() => momentOption(text)).toThrow("It takes a time");
});
