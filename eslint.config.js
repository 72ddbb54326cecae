import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Globals of Node. Files that must run in a browser name none of them. */
const nodeGlobals = [
  ...["Buffer", "__dirname", "__filename", "clearImmediate", "global", "module", "process", "require", "setImmediate"],
];

/** Globals of a page. Only what is shown on one names them. */
const pageGlobals = [
  ...["XMLHttpRequest", "alert", "confirm", "document", "history", "localStorage", "location", "matchMedia"],
  ...["navigator", "prompt", "requestAnimationFrame", "self", "sessionStorage", "window"],
];

/** Who asks over the network or starts a thread. Only clients and the page do. */
const worldGlobals = ["EventSource", "WebSocket", "Worker", "fetch"];

/**
 * Forbids globals in the files of folders.
 * @param {readonly string[]} globals
 * @param {string[]} files
 * @param {string[]} ignores
 * @returns {import("eslint").Linter.Config}
 */
function without(globals, files, ignores = []) {
  return { files, ignores, rules: { "no-restricted-globals": ["error", ...globals] } };
}

export default defineConfig(
  { ignores: ["dist", "docs/api", "coverage"] },
  {
    files: ["**/*.{ts,tsx,js}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
    },
  },
  without(
    [...nodeGlobals, ...pageGlobals, ...worldGlobals],
    ["src/**/*.ts", "rules/**/*.ts"],
    ["src/{cli,prometheus,web,codemirror}/**"],
  ),
  without(nodeGlobals, ["src/{web,codemirror}/**/*.{ts,tsx}"]),
  without(pageGlobals, ["src/{cli,prometheus}/**/*.ts"]),
  {
    // What is read from JSON is `any` there, and a cast in a comment says no more.
    files: ["**/*.js"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
);
