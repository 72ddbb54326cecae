import { describe, expect, test } from "vitest";
import * as rules from "../../rules/index.js";
import * as codemirror from "../../src/codemirror/index.js";
import * as demo from "../../src/demo/index.js";
import * as engine from "../../src/engine/index.js";
import * as files from "../../src/files/index.js";
import * as root from "../../src/index.js";
import * as prometheus from "../../src/prometheus/index.js";
import * as templates from "../../src/templates/index.js";
import * as testing from "../../src/testing/index.js";
import packageJson from "../../package.json" with { type: "json" };
import { readPage } from "./pages.js";

const guides = ["library", "codemirror", "demo", "writing-a-rule"]
  .map((name) => readPage(`docs/${name}.md`))
  .join("\n");

/** Words of prose name nothing. */
const code = Array.from(guides.matchAll(/^(`{3,})[^]*?^\1$|`[^`\n]+`/gm), ([text]) => text).join("\n");

const entries = {
  ".": root,
  ...{ "./rules": rules, "./files": files, "./templates": templates, "./testing": testing },
  ...{ "./engine": engine, "./demo": demo, "./codemirror": codemirror, "./prometheus": prometheus },
};

test("every entry is looked at", () => {
  const known = Object.keys(packageJson.exports).filter((name) => name !== "./package.json");
  expect(Object.keys(entries).toSorted()).toEqual(known.toSorted());
});

describe("a guide names every value that can be imported", () => {
  test.each(Object.entries(entries))("%s", (_, entry) => {
    const unnamed = Object.keys(entry).filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
    expect(unnamed).toEqual([]);
  });
});
