import { expect, test } from "vitest";
import { runUnitTests } from "../../src/testing/run-unit-tests.js";
import { unitTestCases } from "../testing/unit-test-cases.js";
import { failuresOf } from "../testing/failures.js";
import { promtoolTest } from "./promtool-tests.js";
import { describeLive } from "./server.js";

describeLive("unit tests: our verdict is that of promtool", () => {
  test.each(Object.entries(unitTestCases))("%s", async (_, { tests, rules, fails }) => {
    const { passes, fails: theirs, output } = await promtoolTest(tests, rules);
    if (fails === "rejected") expect(passes, output).toBe(false);
    else expect(theirs.toSorted(), output).toEqual(fails.toSorted());
    expect(passes, output).toBe(fails.length === 0);
  });
});
