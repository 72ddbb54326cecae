import { describe, test } from "vitest";

/** A suite that needs something of the machine. With a reason why it is missing it is skipped; where CI=true it fails. */
export function describeNeeding(name: string, missing: string | undefined, suite: () => void): void {
  if (missing === undefined) {
    describe(name, suite);
    return;
  }
  describe(name, () => testMissing(missing));
}

/** A test in the place of those that need something, with the reason why it is missing: skipped, and failing where CI=true. */
export function testMissing(reason: string): void {
  if (process.env["CI"] !== "true") {
    test.skip(reason);
    return;
  }
  test(reason, () => {
    throw new Error(reason);
  });
}
