import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "../../../src/cli/serving/files.js";
import { folderWith } from "../folder.js";

test("has the files below a folder, and follows no links out of it", () => {
  const outside = folderWith({ secret: "secret" });
  const folder = folderWith({ "index.html": "page", "assets/a.js": "code", ".hidden": "dots" });
  symlinkSync(path.join(outside, "secret"), path.join(folder, "link"));
  symlinkSync(outside, path.join(folder, "assets", "links"));
  const files = Array.from(filesBelow(folder), ([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  expect(Object.fromEntries(files)).toEqual({ "index.html": "page", "assets/a.js": "code", ".hidden": "dots" });
});
