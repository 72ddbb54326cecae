import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The folder of the package, with a slash at the end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs a TypeScript module in Node as if it stood in the package's folder; returns what it prints. */
export function runTypeScript(code: string): string {
  if (!existsSync(`${root}dist/src/index.js`)) throw new Error("examples import the built package: `npm run build`");
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module"], {
    cwd: root,
    input: outputText,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
