import { describe, expect, test } from "vitest";
import { momentOption } from "../../src/cli/option-kinds.js";

describe("a time", () => {
  test.each([
    ["2026-01-15T12:00:00Z", "2026-01-15T12:00:00.000Z"],
    ["2026-01-15t12:00:00.25z", "2026-01-15T12:00:00.250Z"],
    ["2026-01-15 21:00:00+09:00", "2026-01-15T12:00:00.000Z"],
    ["2024-02-29T00:00:00-00:00", "2024-02-29T00:00:00.000Z"],
    ["1768478400", "2026-01-15T12:00:00.000Z"],
    ["1768478400.25", "2026-01-15T12:00:00.250Z"],
  ])("%s is %s", (text, expected) => {
    expect(new Date(momentOption(text)).toISOString()).toBe(expected);
  });

  test.each([
    ...["", "now", "yesterday", "2026-01-15", "2026-01-15T12:00:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z"],
    ...["2026-01-15T24:01:00Z", "-5", "1e9", "1768478400000", "999999999999", "12", "2026-01-15T12:00:00Z\n"],
  ])("%j is none", (text) => {
    expect(() => momentOption(text)).toThrow("It takes a time");
  });
});
