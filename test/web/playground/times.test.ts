import { describe, expect, test } from "vitest";
import type { AskedTimes } from "../../../src/results/answer-text.js";
import { type ChosenTimes, timesAsked } from "../../../src/web/playground/chosen-times.js";
import { fieldText, readField } from "../../../src/web/playground/moment-field.js";

const noon = Date.UTC(2026, 2, 2, 12) / 1000;

test.each<[ChosenTimes, AskedTimes]>([
  [{ kind: "instant" }, { kind: "instant", time: noon }],
  [
    { kind: "instant", time: noon - 60 },
    { kind: "instant", time: noon - 60 },
  ],
  [
    { kind: "range", last: 3600 },
    { kind: "range", start: noon - 3600, end: noon, step: 15 },
  ],
  [
    { kind: "range", last: 86_400, end: noon - 60 },
    { kind: "range", start: noon - 86_460, end: noon - 60, step: 600 },
  ],
  [
    { kind: "range", last: 10 },
    { kind: "range", start: noon - 10, end: noon, step: 1 },
  ],
])("%j is asked", (chosen, asked) => {
  expect(timesAsked(chosen, new Date(noon * 1000))).toEqual(asked);
});

describe("a field for a moment", () => {
  test.each<[string, number | undefined]>([
    ["", undefined],
    ["2026-03-02T12:00", noon],
    ["2026-03-02T12:00:30", noon + 30],
    ["2026-02-30T12:00", undefined],
  ])("reads %j", (text, moment) => {
    expect(readField(text)).toBe(moment);
  });

  test.each<[number | undefined, string]>([
    [undefined, ""],
    [noon + 0.5, "2026-03-02T12:00:00"],
  ])("shows %j", (moment, text) => {
    expect(fieldText(moment)).toBe(text);
  });
});
