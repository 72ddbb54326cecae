import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDuration, parseDuration } from "../../src/promql/durations.js";

test.each<[string, number | string]>([
  ["5m", 300],
  ["1h30m", 5400],
  ["1y2w3d4h5m6s7ms", 33_019_506.007],
  ["0s", 0],
  ["1500ms", 1.5],
  ["", "syntax"],
  ["5", "syntax"],
  ["m", "syntax"],
  ["1.5s", "syntax"],
  ["30m1h", "syntax"],
  ["1m1m", "syntax"],
  ["1hs", "syntax"],
  ["292y", 9_208_512_000],
  ["293y", "out-of-range"],
  [`${"9".repeat(50)}s`, "out-of-range"],
])("%s is %s", (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each([
  [0, "0s"],
  [90, "1m30s"],
  [86_400, "1d"],
  [7 * 86_400, "1w"],
  [8 * 86_400, "8d"],
  [365 * 86_400, "1y"],
  [0.001, "1ms"],
  [-300, "-5m"],
])("%d seconds are printed as %s", (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test("what is printed is read as the same duration", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), (milliseconds) => {
      expect(parseDuration(formatDuration(milliseconds / 1000))).toBe(milliseconds / 1000);
    }),
  );
});
