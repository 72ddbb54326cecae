import { promises } from "node:fs";
import { schemaUrl } from "../../config/schema.js";
import { CommandError, exitStatus } from "../exit.js";
import { whyUnwritten } from "../replace-file.js";
import { note } from "../terminal.js";
import { configIn } from "./find-config.js";
import { shownPath } from "../paths.js";

const name = ".promql-lintrc.yaml";

/** A configuration that says what holds anyway, with what else may be said in comments. */
const text = `# yaml-language-server: $schema=${schemaUrl}

# What this configuration builds on: recommended, strict, prometheus-3-migration, or the path of a file.
extends: recommended

# Rules by id: off, on, error, warning, info, or a list of one of these and the rule's options.
# \`promql-lint explain\` lists the rules, \`promql-lint explain NAME\` prints the page of one.
rules: {}
#  irate-in-alert: error
#  removed-metric: off

# The server for which the queries are meant; without it, the newest.
# prometheus:
#   version: "3.5"
#   features: [promql-experimental-functions]

# How often the metrics are scraped.
# scrapeInterval: 30s

# Texts of exporters, from which types of metrics are learnt.
# metrics: [metrics/app.txt]

# Files that are left out, as in a .gitignore.
# ignorePatterns: [generated/]

# What holds for some files only; what stands later wins.
# overrides:
#   - files: [dashboards/**]
#     rules:
#       irate-in-alert: off
`;

/** Writes a configuration into the working folder, unless there is one; returns the exit status. */
export async function initCommand(): Promise<number> {
  const present = configIn(process.cwd());
  if (present !== undefined) {
    throw new CommandError(
      exitStatus.usage,
      `${shownPath(present)}: is there already`,
      "change it, or remove it first",
    );
  }
  try {
    await promises.writeFile(name, text, { flag: "wx" });
  } catch (error) {
    throw new CommandError(exitStatus.failure, `${name}: cannot be written: ${whyUnwritten(error)}`);
  }
  note(`${name}: written; \`promql-lint --print-config FILE\` prints what holds for a file`);
  return exitStatus.ok;
}
