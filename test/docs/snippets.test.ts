import ts from "typescript";
import { describe, expect, test } from "vitest";
import { fences } from "./pages.js";
import { root, runTypeScript } from "./run-typescript.js";

const snippets = fences("ts").map((fence, index) => ({
  ...fence,
  name: `${fence.page} ${index + 1}`,
  path: root + (fence.words.find((word) => word.startsWith("file="))?.slice("file=".length) ?? `snippet-${index}.ts`),
}));

test("every snippet has the types it claims to have", () => {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram({
    rootNames: snippets.map(({ path }) => path),
    options,
    host: hostOf(options, new Map(snippets.map(({ path, code }) => [path, code]))),
  });
  const mistakes = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const snippet = snippets.find(({ path }) => path === file?.fileName);
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${snippet?.name ?? file?.fileName ?? ""}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  expect(mistakes).toEqual([]);
});

describe("every snippet prints what its comments say", () => {
  const runnable = snippets.filter(({ words }) => words.length === 0);

  test.each(runnable)("$name", ({ code }) => {
    const expected = Array.from(code.matchAll(/\/\/ => (.*)$/gm), ([, line]) => line);
    expect(expected).not.toEqual([]);
    expect(runTypeScript(code).trimEnd().split("\n")).toEqual(expected);
  });
});

/** The compiler's host, with files that are only in memory. */
function hostOf(options: ts.CompilerOptions, files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    getSourceFile(path, settings) {
      const text = files.get(path);
      return text === undefined ? host.getSourceFile(path, settings) : ts.createSourceFile(path, text, settings);
    },
  };
}
