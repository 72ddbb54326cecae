// The oldest of some Prometheus versions that accepts a query.
import { check } from "promql-lint";

const versions = ["2.26", "2.53", "3.5", "3.14"];

for (const query of ["clamp(node_load1, 0, 8)", "last_over_time(up[1h])", "first_over_time(up[1h])", "info(up)"]) {
  const oldest = versions.find((version) => check(query, { prometheus: { version } }).length === 0);
  console.log(query.padEnd(26), oldest ?? "none of them without a feature flag");
}

/* Prints:
clamp(node_load1, 0, 8)    2.26
last_over_time(up[1h])     2.26
first_over_time(up[1h])    3.14
info(up)                   none of them without a feature flag
*/
