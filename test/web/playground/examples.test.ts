import { describe, expect, test } from "vitest";
import { recommended } from "../../../rules/index.js";
import { demoServer } from "../../../src/embedded/demo-server.js";
import { lint } from "../../../src/lint/lint.js";
import { timesAsked } from "../../../src/web/playground/chosen-times.js";
import { examples } from "../../../src/web/playground/examples.js";
import { outcomeOf } from "../../../src/web/playground/outcome.js";

const demo = demoServer();

describe.each(examples)("$query", ({ query, times }) => {
  test("has a result on the demo cluster", async () => {
    const outcome = await outcomeOf(query, timesAsked(times, demo.now), demo);
    expect(outcome).toMatchObject({ kind: "answered", answer: { result: { series: expect.arrayContaining([]) } } });
    const { result } = outcome.kind === "answered" ? outcome.answer : {};
    expect(result && "series" in result && result.series.length).toBeGreaterThan(0);
  });

  test("is linted", () => {
    const codes = lint(query, { rules: recommended, use: times.kind }).map(({ code }) => code);
    expect(codes).toEqual(query === examples.at(-1)?.query ? ["rate-over-gauge"] : []);
  });
});
