import { unusedVariable } from "../../rules/unused-variable.js";
import { checkDashboardRule } from "./check-dashboard.js";

const job = { job: { query: "label_values(up, job)" } };
const expr = "up";

checkDashboardRule(unusedVariable, {
  silent: [
    { expr: 'up{job="$job"}', variables: job },
    { expr: 'up{job="${job:regex}"}', variables: job },
    { expr: 'up{job="[[job]]"}', variables: job },
    { expr, variables: { ...job, node: { query: 'label_values(up{job="$job"}, node)' } }, panel: { title: "$node" } },
    { expr, variables: job, panel: { repeat: "job" } },
    { expr, variables: job, rest: { rows: [{ repeat: "job", panels: [] }] } },
    { expr, variables: { source: { type: "datasource" } }, panel: { datasource: "$source" } },
    { expr, variables: job, target: { legendFormat: "{{node}} of $job" } },
    { expr, variables: job, panel: { links: [{ url: "/d/x?var-job=a" }] } },
    { expr, variables: job, panel: { links: [{ url: "/d/x?${__all_variables}" }] } },
    { expr, variables: job, rest: { links: [{ type: "dashboards", includeVars: true }] } },
    { expr, variables: job, panel: { transformations: [{ options: { value: "$job" } }] } },
    { expr, variables: job, panel: { conditional: { variable: "job", value: "a" } } },
    { expr, variables: { filters: { type: "adhoc" }, by: { type: "groupby" } } },
    { expr, variables: job, rest: { title: "$${job}" } },
  ],
  finds: [
    [{ expr, variables: job }, "job"],
    [{ expr: 'up{job="$jobs"}', variables: { ...job, jobs: {} } }, "job"],
    [{ expr, variables: { job: { query: "label_values(up, job)", regex: "/$job/" } } }, "job"],
    [{ expr, variables: { source: { type: "datasource", query: "prometheus" }, ...job } }, "source", "job"],
    [{ expr, variables: job, rest: { links: [{ type: "dashboards", includeVars: false }] } }, "job"],
  ],
});
