import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { fences } from "./pages.js";

const commands = fences("sh")
  .filter(({ page }) => page === "README.md")
  .map(({ code }) => code.trim());

test("README has two commands for a fresh machine, and their scripts exist", () => {
  expect(commands).toEqual(["npm install && npm run tour", "npm install && npm test"]);
  expect(packageJson.scripts).toHaveProperty("tour");
  expect(packageJson.scripts).toHaveProperty("test");
});

test("README's pre-commit hook has this version", () => {
  const [hook] = fences("yaml");
  expect(hook?.code).toContain(`\n    rev: v${packageJson.version}\n`);
});

test("README shows a played lesson: a query that is not right yet, a hint, and one that is", () => {
  const played = fences("console").find(({ page, code }) => page === "README.md" && code.includes("promql-lint learn"));
  expect(played?.code).toMatch(/^promql> [^]*^not yet: [^]*^promql> hint\n[^]*^That is right\.$/m);
});
