import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * A folder into which the built project is installed as a user would have it, without the network, with its peers and
 * further packages where some are named.
 */
export function installPackage(...further: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), "promql-lint-installed-"));
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
    encoding: "utf8",
  });
  const target = path.join(folder, "node_modules", "promql-lint");
  mkdirSync(target, { recursive: true });
  const tarball = path.join(folder, packed.trim().split("\n").at(-1) ?? "");
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", target]);
  const needed = dependenciesOf(target, "dependencies");
  const peers = further.length > 0 ? dependenciesOf(target, "peerDependencies") : [];
  for (const name of [...needed, ...peers, ...further]) {
    const link = path.join(folder, "node_modules", name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.resolve("node_modules", name), link);
  }
  return folder;
}

function dependenciesOf(folder: string, key: "dependencies" | "peerDependencies"): string[] {
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    readonly [K in typeof key]?: Readonly<Record<string, string>>;
  };
  return Object.keys(manifest[key] ?? {});
}

/** Every file of the installed package, as a path within it. */
export function filesOf(folder: string): string[] {
  const root = path.join(folder, "node_modules", "promql-lint");
  return readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
