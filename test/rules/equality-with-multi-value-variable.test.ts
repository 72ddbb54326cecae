import { equalityWithMultiValueVariable } from "../../rules/equality-with-multi-value-variable.js";
import { checkDashboardRule } from "./check-dashboard.js";

const multi = { multi: true };
const all = { includeAll: true };
const expr = 'up{job="$job"}';

checkDashboardRule(equalityWithMultiValueVariable, {
  silent: [
    { expr, variables: { job: {} } },
    { expr },
    { expr: 'up{job=~"$job", node!~"$job"}', variables: { job: multi } },
    { expr: 'up{job="$jobs"}', variables: { job: multi, jobs: {} } },
    { expr: 'up{job="${job:raw}"}', variables: { job: multi } },
    { expr: 'up{job="${job:csv}"}', variables: { job: multi } },
    { expr: 'up{job="${job.text}"}', variables: { job: multi } },
    { expr, variables: { job: multi }, panel: { repeat: "job" } },
    {
      expr: "up",
      variables: { job: multi },
      panel: { repeat: "job", libraryPanel: { uid: "u" } },
      rest: { __elements: { u: { model: { type: "stat", targets: [{ expr }] } } } },
    },
    { expr, variables: { job: { ...all, allValue: "default" } } },
    { expr: 'up{job!="$job"}', variables: { job: all } },
    { expr, variables: { job: { type: "textbox", ...multi } } },
    { expr, variables: { job: { type: "adhoc", ...multi } } },
    { expr: "up == $job", variables: { job: multi } },
    { expr: "up{$job}", variables: { job: multi } },
    { expr: 'label_replace(up, "a", "$job", "b", "c")', variables: { job: multi } },
    { expr: '# up{job="$job"}\nup', variables: { job: multi } },
  ],
  finds: [
    [{ expr, variables: { job: multi } }, "="],
    [{ expr, variables: { job: all } }, "="],
    [{ expr, variables: { job: { type: "custom", ...multi } } }, "="],
    [{ expr, variables: { job: { ...multi, allValue: "default" } } }, "="],
    [
      { expr: 'up{job="${job}", a="[[job]]", b="${job:regex}", c="${job:pipe}"}', variables: { job: multi } },
      "=",
      "=",
      "=",
      "=",
    ],
    [{ expr: 'up{"my.job"!="$job"}', variables: { job: multi } }, "!="],
    [{ expr: "up{job='prod-$job'} / ignoring (a) up{job=`$job`}", variables: { job: multi } }, "=", "="],
    [{ expr: '{__name__="$metric"}', variables: { metric: multi } }, "="],
    [{ expr: 'up{job="$one$job"}', variables: { one: {}, job: multi } }, "="],
    [{ expr, variables: { job: multi, node: multi }, panel: { repeat: "node" } }, "="],
    [{ expr: 'sum(rate(http_request_duration_seconds{a="b", # c\n job="$job"}[5m]))', variables: { job: multi } }, "="],
    [{ expr: "up", variables: { job: multi, node: { query: 'label_values(up{job="$job"}, node)' } } }, "="],
    [
      {
        expr: "up",
        variables: { job: multi },
        rest: { annotations: { list: [{ datasource: "Prometheus", expr: 'changes(up{job="$job"}[5m]) > 0' }] } },
      },
      "=",
    ],
  ],
  fixes: [
    [{ expr: 'up{job="$job", a="\\"\\\\é"}', variables: { job: multi } }, 'review: up{job=~"$job", a="\\"\\\\é"}'],
    [{ expr: "up{a='x',\n\tjob != '$job'}", variables: { job: multi } }, "review: up{a='x',\n\tjob !~ '$job'}"],
    [{ expr: 'up{job="$job.example.com"}', variables: { job: multi } }, "none"],
  ],
  says: [
    [
      { expr, variables: { job: multi } },
      "with several values chosen for `$job`, `=` compares `job` with a text such as `(a|b)`, so nothing is selected",
    ],
    [
      { expr: 'up{job!="$job"}', variables: { job: multi } },
      "with several values chosen for `$job`, `!=` compares `job` with a text such as `(a|b)`, so nothing is left out",
    ],
    [
      { expr, variables: { job: { ...all, allValue: ".*" } } },
      "with All chosen for `$job`, `=` compares `job` with the text `.*`, so nothing is selected",
    ],
  ],
});
