import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { licencesOfBundledPackages } from "./rolldown.config.js";
import { loadLessons } from "./src/tutorial/load.js";
import { lessonHtml } from "./src/web/course/lesson-html.js";

/** The page, as files that any web host can serve, below any path. */
export default defineConfig({
  root: "src/web",
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // Those that know `light-dark()`: written for older ones, it follows the system only.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    modulePreload: { polyfill: false },
    // In kB before compression. A test holds what a visit transfers below its limit.
    chunkSizeWarningLimit: 1200,
    // The editor needs at once what the terminal loads late.
    rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
  },
  plugins: [course(), demoWorker(), licencesOfBundledPackages()],
});

/** The lessons as `virtual:course`, read and checked when the page is built. */
function course(): Plugin {
  const folder = "examples/lessons";
  const id = "\0virtual:course";
  return {
    name: "course",
    resolveId: (source) => (source === "virtual:course" ? id : undefined),
    async load(loaded) {
      if (loaded !== id) return undefined;
      const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
      const files = names.sort().map((name) => ({ path: name, text: readFileSync(`${folder}/${name}`, "utf8") }));
      const { lessons, problems } = await loadLessons(files);
      if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
      return `export const lessons = JSON.parse(${JSON.stringify(JSON.stringify(lessons.map(lessonHtml)))});`;
    },
  };
}

/** Where the worker of the demo cluster is, as `virtual:demo-worker`: an entry of its own that shares its parts with the page. */
function demoWorker(): Plugin {
  const file = fileURLToPath(new URL("src/web/server/worker.ts", import.meta.url));
  const id = "\0virtual:demo-worker";
  let isServed = false;
  return {
    name: "demo-worker",
    configResolved: ({ command }) => void (isServed = command === "serve"),
    resolveId: (source) => (source === "virtual:demo-worker" ? id : undefined),
    load(loaded) {
      if (loaded !== id) return undefined;
      if (isServed) return `export default ${JSON.stringify(`/@fs${file}?worker_file&type=module`)};`;
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: "chunk", id: file, name: "worker" })};`;
    },
  };
}
