import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "rolldown";

/** What every start loads. */
const start = /\/src\/(?:cli\/(?:run|program|exit)|report\/visible|promql\/durations)\.ts$|\/node_modules\/commander\//;
/** What every query needs, and nothing that only files, servers, colours or other commands need. */
const query =
  /\/(?:src\/(?:promql|syntax|metrics|analysis|check|lint)|rules)\/|\/src\/report\/(?:report|location|colors)\.ts$|\/src\/cli\/(?:lint|inputs|metrics|terminal|write-reports)\.ts$|\/node_modules\/(?:fastest-levenshtein|picocolors|re2js)\//;

/** What Node has to load itself. */
const native = /\/src\/cli\/config\/import-program\.ts$/;

/**
 * The command as one bundle with a chunk for each heavy part: a hundred small modules cost time at every start, and
 * so does every character that has to be parsed. One character beyond ASCII would make Node hold its whole file in two
 * bytes for each character, which is a tenth of the start.
 */
export default defineConfig({
  input: { main: "src/cli/main.ts", run: "src/cli/run.ts" },
  platform: "node",
  output: {
    dir: "dist/cli",
    format: "cjs",
    chunkFileNames: "[name]-[hash].js",
    minify: true,
    charset: "ascii",
    codeSplitting: {
      groups: [
        { name: "native", test: native, priority: 3 },
        { name: "start", test: start, priority: 2 },
        { name: "query", test: query, priority: 1 },
      ],
    },
  },
  external: (id, importer) => id.startsWith("node:") && !startsPrograms(id, importer),
  plugins: [asCommonJs(), withoutChildProcesses(), lateWidths(), narrowTables(), licencesOfBundledPackages()],
});

/** CommonJS starts sooner than ES modules, and Node 20 can keep what it has compiled of it. */
function asCommonJs(): Plugin {
  return {
    name: "as-common-js",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "package.json", source: '{ "type": "commonjs" }\n' });
    },
  };
}

/** Commander loads what starts other programs, which takes as long as Commander itself. No command of ours is one. */
function withoutChildProcesses(): Plugin {
  const nothing = "\0no-child-processes";
  return {
    name: "without-child-processes",
    resolveId: (id, importer) => (startsPrograms(id, importer) ? nothing : undefined),
    load: (id) => (id === nothing ? "export const spawn = undefined;" : undefined),
  };
}

function startsPrograms(id: string, importer: string | undefined): boolean {
  return id === "node:child_process" && importer?.includes("/node_modules/commander/") === true;
}

/** The package compiles its tables of Unicode when it is loaded, and a report of ASCII alone asks for no width. */
function lateWidths(): Plugin {
  const late = "\0late-widths";
  return {
    name: "late-widths",
    resolveId: (id, importer) => (id === "string-width" && importer !== late ? late : undefined),
    load: (id) => (id === late ? 'export default (text) => require("string-width").default(text);' : undefined),
  };
}

/** The tables of metrics are written in columns. The spaces between these are a quarter of what every start would read. */
function narrowTables(): Plugin {
  return {
    name: "narrow-tables",
    transform: (code, id) => (id.includes("/src/metrics/builtin/") ? code.replace(/ {2,}/g, " ") : undefined),
  };
}

/** Writes the licences of the packages in the bundle beside it, as most of them ask. */
export function licencesOfBundledPackages(): Plugin {
  return {
    name: "licences-of-bundled-packages",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
      const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(id)?.[0] ?? []);
      const source = [...new Set(folders)]
        .sort()
        .map(licenceOf)
        .join(`\n${"-".repeat(80)}\n\n`);
      this.emitFile({ type: "asset", fileName: "third-party-licenses.txt", source });
    },
  };
}

/** The text of the licence; where the package ships none, what its manifest or its readme says of it. */
function licenceOf(folder: string): string {
  const manifest = readFileSync(`${folder}package.json`, "utf8");
  const { name, version, license } = JSON.parse(manifest) as Readonly<Record<string, string>>;
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .map((file) => readFileSync(folder + file, "utf8").trim());
  const said = texts.length > 0 ? texts : (/^copyright \(c\)[^]*/im.exec(readmeOf(folder)) ?? []);
  return `${name} ${version} (${license})\n\n${said.join("\n\n")}\n`;
}

function readmeOf(folder: string): string {
  const readme = readdirSync(folder).find((file) => /^readme/i.test(file));
  return readme === undefined ? "" : readFileSync(folder + readme, "utf8");
}
