import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The environment of git with an author, and without what this machine or a hook configures. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))),
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "An author",
  GIT_AUTHOR_EMAIL: "author@example.org",
  GIT_COMMITTER_NAME: "An author",
  GIT_COMMITTER_EMAIL: "author@example.org",
};

/** What git prints, without the last line break. */
export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trimEnd();
}

/** Makes a folder a repository in which every file is staged. */
export function stageAll(folder: string): void {
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
}

/** Makes an empty folder a repository of one commit: this project as its files are now, and built as it is now. */
export function copyProject(folder: string): void {
  const files = git(".", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0");
  const deleted = new Set(["", ...git(".", "ls-files", "-z", "--deleted").split("\0")]);
  for (const file of files.filter((file) => !deleted.has(file))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(file, path.join(folder, file));
  }
  cpSync("dist", path.join(folder, "dist"), { recursive: true });
  stageAll(folder);
  git(folder, "commit", "--quiet", "--message", "Everything");
}

/** What came of the release script. */
export interface Released {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the release script of a copy of this project. */
export function release(cwd: string, ...args: readonly string[]): Released {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["test/scripts/release.js", ...args], {
    cwd,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** The tag of the version that package.json names. */
export function releaseTag(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  return `v${version}`;
}
