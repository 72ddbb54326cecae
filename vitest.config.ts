import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/reproducible.ts"],
    // One for each core: half of the tests wait for a process that they have started.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page shows after a key or a click comes with its next picture.
    expect: { poll: { timeout: 20_000 } },
    coverage: { include: ["src/**", "rules/**"] },
  },
});
