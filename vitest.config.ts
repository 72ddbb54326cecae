import { defineConfig } from "vitest/config";

/** Folders whose tests change nothing that others see: what one file has loaded serves the next one. */
const sharing = [
  ...["analysis", "catalogue", "check", "conformance", "demo", "embedded", "engine", "exposition", "lint", "metrics"],
  ...["promql", "query", "relabel", "report", "results", "rules", "schema", "status", "syntax", "templates"],
  ...["testing", "tutorial"],
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    setupFiles: ["test/reproducible.ts"],
    // One for each core: half of the tests wait for a process that they have started.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page shows after a key or a click comes with its next picture.
    expect: { poll: { timeout: 20_000 } },
    coverage: { include: ["src/**", "rules/**"] },
    projects: [
      { extends: true, test: { name: "alone", include: ["test/**/*.test.ts"], exclude: sharing } },
      { extends: true, test: { name: "sharing", include: sharing, isolate: false } },
    ],
  },
});
