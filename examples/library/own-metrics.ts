// Lints with the metric types of an exporter, read from its /metrics text.
import { builtinMetrics, combineMetrics, familiesToMetrics, lint, metricsOf, parseExposition } from "promql-lint";
import { recommended } from "promql-lint/rules";

const exposition = `
# HELP mail_queue_depth Messages that wait.
# TYPE mail_queue_depth gauge
mail_queue_depth{queue="out"} 3
`;
const { families } = parseExposition(exposition);
const own = metricsOf(familiesToMetrics(families, "mail exporter"));
const metrics = combineMetrics(own, builtinMetrics);

const query = "rate(mail_queue_depth[5m])";
console.log("built-in table:", lint(query, { rules: recommended }).length, "findings");
for (const { message } of lint(query, { rules: recommended, metrics })) console.log("with the exporter:", message);

/* Prints:
built-in table: 0 findings
with the exporter: `rate()` reads every drop of the gauge `mail_queue_depth` as a counter reset
*/
