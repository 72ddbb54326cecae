// Lints a rule file and fixes it; comments, quotes and indentation stay.
import { fixSource, lineStarts, lintSource, positionAt, readSource } from "promql-lint/files";
import { recommended } from "promql-lint/rules";

const yaml = `groups:
  - name: api   # owned by the web team
    rules:
      - alert: ApiDown
        expr: 'up{job=~"api"} == 0'
      - record: node:cpu_idle
        expr: node_cpu_seconds_total{mode="idle"}[5m]
`;
const source = readSource("rules.yaml", yaml);
const lines = lineStarts(source.text);

for (const { at, code, rule, fixes } of lintSource(source, { rules: recommended })) {
  const { line, column } = positionAt(lines, at.from);
  console.log(`${source.path}:${line}:${column} ${rule ?? ""} ${code} (${fixes?.[0]?.safety ?? "no fix"})`);
}
const fixed = fixSource(source, { rules: recommended, review: true });
console.log(`${fixed.applied.join("\n")}\n\n${fixed.source.text}`);

/* Prints:
rules.yaml:5:22 ApiDown regex-without-pattern (safe)
rules.yaml:7:15 node:cpu_idle bare-range-vector (review)
Use `=`
Use `rate()`

groups:
  - name: api   # owned by the web team
    rules:
      - alert: ApiDown
        expr: 'up{job="api"} == 0'
      - record: node:cpu_idle
        expr: rate(node_cpu_seconds_total{mode="idle"}[5m])
*/
