import { expect, test } from "vitest";
import { runUnitTests } from "../../src/testing/run-unit-tests.js";
import { failuresOf } from "./failures.js";
import { unitTestCases } from "./unit-test-cases.js";

test.each(Object.entries(unitTestCases))("%s", async (_, { tests, rules, fails }) => {
  const outcome = await runUnitTests("tests.yml", tests, {
    ruleFiles: (pattern) =>
      Promise.resolve(rules !== undefined && /^r/.test(pattern) ? [{ path: "rules.yml", text: rules }] : []),
  });
  const failed = failuresOf(outcome);
  expect(typeof failed === "string" ? failed : failed.toSorted()).toEqual(
    typeof fails === "string" ? fails : fails.toSorted(),
  );
});
