import { describe, expect, test } from "vitest";
import { latest } from "../../src/web/latest.js";

describe("of several questions", () => {
  test("the last one counts, and only it is settled", async () => {
    const { of } = latest();
    const settled: string[] = [];
    const first = of(Promise.resolve("first"), () => settled.push("first"));
    const second = of(Promise.resolve("second"), () => settled.push("second"));
    expect(await first).toBeUndefined();
    expect(await second).toEqual({ value: "second" });
    expect(settled).toEqual(["second"]);
  });

  test("one that fails is settled, and rejects", async () => {
    const { of } = latest();
    let isSettled = false;
    const asked = of(Promise.reject(new Error("broken")), () => (isSettled = true));
    await expect(asked).rejects.toThrow("broken");
    expect(isSettled).toBe(true);
  });

  test("none counts once all are dropped", async () => {
    const { of, drop } = latest();
    const asked = of(Promise.resolve("answer"));
    drop();
    expect(await asked).toBeUndefined();
  });
});
