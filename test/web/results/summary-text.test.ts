import { expect, test } from "vitest";
import type { QueryResult } from "../../../src/prometheus/index.js";
import type { AskedTimes } from "../../../src/results/answer-text.js";
import { summaryText } from "../../../src/web/results/summary-text.js";
import { matrix, noon, vector } from "./data.js";

const instant: AskedTimes = { kind: "instant", time: noon };
const range: AskedTimes = { kind: "range", start: noon - 3600, end: noon, step: 60 };
const overnight: AskedTimes = { kind: "range", start: noon - 86_400, end: noon, step: 300 };
const point: AskedTimes = { kind: "range", start: noon, end: noon, step: 60 };

test.each<[string, QueryResult, AskedTimes, string?]>([
  ["1 series at 2026-03-02 12:00:00 UTC", vector([[{}, 1]]), instant],
  [
    "2 series at 2026-03-02 12:00:00 UTC, in bytes",
    vector([
      [{ a: "1" }, 1],
      [{ a: "2" }, 1],
    ]),
    instant,
    "bytes",
  ],
  ["No series at 2026-03-02 12:00:00 UTC", vector([]), instant],
  ["A number at 2026-03-02 12:00:00 UTC", { type: "scalar", sample: { time: noon, value: 1 } }, instant],
  ["A text at 2026-03-02 12:00:00 UTC", { type: "string", time: noon, text: "a" }, instant],
  ["1 series of 2 samples at 2026-03-02 12:00:00 UTC", matrix([[{}, [1, 2]]]), instant],
  ["1 series of 1 point from 2026-03-02 11:00:00 to 12:00:00 UTC, every 1m", matrix([[{}, [1]]]), range],
  [
    "2 series of 1 to 3 points each from 2026-03-01 12:00:00 to 2026-03-02 12:00:00 UTC, every 5m",
    matrix([
      [{ a: "1" }, [1, 2, 3]],
      [{ a: "2" }, [1]],
    ]),
    overnight,
  ],
  ["1 series of 1 point from 2026-03-02 12:00:00 to 12:00:00 UTC", matrix([[{}, [1]]]), point],
  ["No series from 2026-03-02 11:00:00 to 12:00:00 UTC, every 1m", matrix([]), range],
])("%s", (text, result, times, unit) => {
  expect(summaryText(result, times, unit)).toBe(text);
});
