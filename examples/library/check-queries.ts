// Why Prometheus rejects a query, with the words to search for.
import { check } from "promql-lint";

const queries = ["sum by (job) (rate(http_requests_total[5m]))", "rates(http_requests_total[5m])", "sum(up", "1 == 1"];

for (const query of queries) {
  const problems = check(query);
  console.log(query, problems.length === 0 ? "is accepted" : "");
  for (const { at, code, message, prometheus } of problems) {
    console.log(" ".repeat(at.from) + "^".repeat(Math.max(1, at.to - at.from)));
    console.log(`${code}: ${message}`);
    if (prometheus) console.log(`Prometheus says: ${prometheus}`);
  }
}

/* Prints:
sum by (job) (rate(http_requests_total[5m])) is accepted
rates(http_requests_total[5m])
^^^^^
unknown-function: Prometheus has no function `rates`
Prometheus says: unknown function with name "rates"
sum(up
   ^
unclosed-parenthesis: `(` is never closed
Prometheus says: unclosed left parenthesis
1 == 1
  ^^
missing-bool: `==` compares two scalars, and a scalar cannot be filtered away
Prometheus says: comparisons between scalars must use BOOL modifier
*/
