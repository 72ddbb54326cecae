import { join } from "node:path";
import { main, measureCommands } from "./commands.js";

const node = process.execPath;
const config = join(import.meta.dirname, "../../examples/team/.promql-lintrc.yaml");

/** How long a start takes; nothing where the command is not built. */
export function measureStartup() {
  return measureCommands(
    [
      { name: "node -e 0", program: node, args: ["-e", "0"] },
      { name: "promql-lint --version", program: node, args: [main, "--version"] },
      { name: "promql-lint -e up", program: node, args: [main, "-e", "up"] },
      { name: "the same with a configuration", program: node, args: [main, "-e", "up", "-c", config] },
    ],
    31,
  );
}
