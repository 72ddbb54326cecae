import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes the tag of a release from the commit that is checked out, as `npm run release v0.1.0`. Its tree holds the built
 * command and a package.json that needs nothing installed, so that a hook manager can use it as it is. Branches, the
 * index and the files stay as they are, and nothing is pushed.
 */

const [tag = "", ...others] = process.argv.slice(2);
/** @type {typeof import("../../package.json")} */
const source = JSON.parse(readFileSync("package.json", "utf8"));

try {
  refuseUnless(tag !== "" && others.length === 0, `name the tag: npm run release v${source.version}`);
  refuseUnless(tag === `v${source.version}`, `package.json says ${source.version}, so the tag is v${source.version}`);
  refuseUnless(git(["status", "--porcelain"]) === "", "there are changes that are not committed: commit them first");
  refuseUnless(git(["tag", "--list", tag]) === "", `the tag ${tag} exists: a release gets a version of its own`);
  refuseUnless(existsSync(source.bin["promql-lint"]), "the command is not built: npm run build");

  const commit = git(["commit-tree", releaseTree(), "-p", "HEAD", "-m", `Release ${tag}`]);
  git(["tag", "--annotate", "--message", `Release ${tag}`, tag, commit]);
  console.log(`Made the tag ${tag} of the commit ${commit}. To publish it:

  git push origin ${tag}
  npm publish`);
} catch (error) {
  console.error(`release: ${messageOf(error)}`);
  process.exitCode = 1;
}

/**
 * @param {boolean} holds
 * @param {string} reason
 */
function refuseUnless(holds, reason) {
  if (!holds) throw new Error(reason);
}

/**
 * What git says, or what is wrong.
 * @param {unknown} error
 */
function messageOf(error) {
  if (!(error instanceof Error)) return String(error);
  return ("stderr" in error && String(error.stderr).trim()) || error.message;
}

/** The name of a tree: that of HEAD with the built command and the package.json of a release. */
function releaseTree() {
  const folder = mkdtempSync(join(tmpdir(), "promql-lint-release-"));
  try {
    const env = { ...process.env, GIT_INDEX_FILE: join(folder, "index") };
    const manifest = git(["hash-object", "-w", "--stdin"], { input: releaseManifest() });
    git(["read-tree", "HEAD"], { env });
    git(["add", "--force", "dist/cli", ":!dist/cli/compiled"], { env });
    git(["update-index", "--cacheinfo", `100644,${manifest},package.json`], { env });
    git(["update-index", "--force-remove", "package-lock.json"], { env });
    return git(["write-tree"], { env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The command is one bundle, so it needs no packages, and a script such as `prepare` breaks the hook (npm/cli#8440). The
 * library, which needs some, comes from the registry.
 */
function releaseManifest() {
  const { name, version, description, keywords, license, type, engines, bin } = source;
  const files = source.files.map((path) => (path === "dist" ? "dist/cli" : path));
  const manifest = { name, version, description, keywords, license, type, engines, bin, files };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/**
 * What git prints.
 * @param {readonly string[]} args
 * @param {{ readonly env?: NodeJS.ProcessEnv, readonly input?: string }} options
 */
function git(args, options = {}) {
  return execFileSync("git", args, { encoding: "utf8", stdio: ["pipe", "pipe", "pipe"], ...options }).trim();
}
