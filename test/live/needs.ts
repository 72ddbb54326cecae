import { describe, test } from "vitest";

/** A suite that needs something of the machine. With a reason why it is missing it is skipped; where CI=true it fails. */
export function describeNeeding(name: string, missing: string | undefined, suite: () => void): void {
  if (missing === undefined) {
    describe(name, suite);
    return;
  }
  describe(name, () => {
    if (process.env["CI"] !== "true") test.skip(missing);
    else {
      test(missing, () => {
        throw new Error(missing);
      });
    }
  });
}
