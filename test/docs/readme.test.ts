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
