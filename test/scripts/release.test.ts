import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync, spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject, git, release, releaseTag } from "./repository.js";

const tag = releaseTag();
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "promql-lint-release-test-"));
  copyProject(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a release is refused", () => {
  const refused = (reason: string) => ({ status: 1, stdout: "", stderr: `release: ${reason}\n` });

  test("without a tag", () => {
    expect(release(folder)).toEqual(refused(`name the tag: npm run release ${tag}`));
  });

  test("with a tag that is not that of package.json", () => {
    const { stderr } = release(folder, "v99.0.0");
    expect(stderr).toBe(`release: package.json says ${tag.slice(1)}, so the tag is ${tag}\n`);
  });

  test("while a change is not committed", () => {
    writeFileSync(path.join(folder, "new"), "");
    expect(release(folder, tag)).toEqual(refused("there are changes that are not committed: commit them first"));
    rmSync(path.join(folder, "new"));
  });

  test("while the command is not built", () => {
    renameSync(path.join(folder, "dist/cli"), path.join(folder, "dist/away"));
    expect(release(folder, tag)).toEqual(refused("the command is not built: npm run build"));
    renameSync(path.join(folder, "dist/away"), path.join(folder, "dist/cli"));
  });

  test("leaves no tag", () => {
    expect(git(folder, "tag")).toBe("");
  });
});

describe("a release", () => {
  let before = "";
  const state = () => [git(folder, "rev-parse", "HEAD"), git(folder, "branch"), git(folder, "status")].join("\n");
  beforeAll(() => {
    before = state();
    const { status, stdout, stderr } = release(folder, tag);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(`git push origin ${tag}\n`);
  });

  test("leaves branches, index and files alone", () => {
    expect(state()).toBe(before);
    expect(git(folder, "rev-parse", `${tag}^`)).toBe(git(folder, "rev-parse", "HEAD"));
  });

  test("differs from its commit in the built command and what is to install", () => {
    const changed = git(folder, "diff", "--name-status", "HEAD", tag).split("\n");
    expect(changed.filter((line) => !line.startsWith("A\tdist/cli/"))).toEqual([
      "D\tpackage-lock.json",
      "M\tpackage.json",
    ]);
    expect(changed).toContain("A\tdist/cli/main.js");
  });

  test("has nothing to install and no scripts", () => {
    const manifest = JSON.parse(git(folder, "show", `${tag}:package.json`)) as object;
    expect(Object.keys(manifest).filter((key) => /dependencies|scripts|exports|main|types/i.test(key))).toEqual([]);
    expect(manifest).toMatchObject({
      name: "promql-lint",
      version: tag.slice(1),
      bin: { "promql-lint": "dist/cli/main.js" },
    });
  });

  test("is made once", () => {
    expect(release(folder, tag).stderr).toBe(`release: the tag ${tag} exists: a release gets a version of its own\n`);
  });

  test("holds a command that runs as it is packed, without packages", () => {
    const checkout = path.join(folder, "node_modules", "checkout");
    mkdirSync(path.dirname(checkout));
    git(folder, "clone", "--quiet", "--branch", tag, folder, checkout);
    const packed = execFileSync("npm", ["pack", "--silent"], { cwd: checkout, encoding: "utf8" }).trim();
    const installed = mkdtempSync(path.join(tmpdir(), "promql-lint-release-installed-"));
    execFileSync("tar", ["-xzf", path.join(checkout, packed), "-C", installed]);
    const run = (...args: readonly string[]) =>
      execFileSync(process.execPath, ["package/dist/cli/main.js", ...args], { cwd: installed, encoding: "utf8" });
    expect(run("--version")).toBe(`${tag.slice(1)}\n`);
    expect(run("package/examples/rules/clean.yaml")).toBe("");
    expect(run("explain", "rate-over-gauge")).toMatch(/^# rate-over-gauge\n/);
    expect(run("explain", "single-equals")).toMatch(/^# single-equals\n/);
    expect(run("catalogue", "list")).toMatch(/^node-exporter\n/m);
    const page = ["package/dist/cli/main.js", "learn", "--web", "--port", "0"];
    const { status, stderr } = spawnSync(process.execPath, page, { cwd: installed, encoding: "utf8" });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringMatching(/^promql-lint: the page is not part of this installation\nhelp: /) as string,
    });
    rmSync(installed, { recursive: true });
  });
});
