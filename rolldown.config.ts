import { defineConfig } from "rolldown";

/** The command as one bundle with a chunk for each heavy part: a hundred small modules cost time at every start. */
export default defineConfig({
  input: { main: "src/cli/main.ts" },
  platform: "node",
  output: { dir: "dist/cli", format: "esm", chunkFileNames: "[name]-[hash].js", minify: false },
  external: [/^node:/],
});
