import { undefinedVariable } from "../../rules/undefined-variable.js";
import { checkDashboardRule } from "./check-dashboard.js";

const job = { job: {} };

checkDashboardRule(undefinedVariable, {
  silent: [
    { expr: 'up{job="$job", a="${job}", b="[[job]]", c="${job:regex}", d="${job.text}"}', variables: job },
    { expr: "rate(up[$__rate_interval]) + $__range_s + ${__from} + ${__to:date:seconds} + $__interval_ms" },
    { expr: 'up{user="${__user.login}", org="$__org", name="$__name", a="$__all", b="$__auto_interval_x"}' },
    { expr: 'up{a="$timeFilter"}' },
    { expr: 'label_replace(up, "a", "$1-${2}", "b", "(.*)-(.*)")' },
    { expr: 'label_replace(up, "a", "$name-${name}", "b", "(?P<name>.*)")' },
    { expr: 'up{job=~"a$|b$"}' },
    { expr: "up # of $job" },
    { expr: 'up{cluster="${CLUSTER}", env="${DS_2}"}' },
    { expr: 'up{job="$job"}', rest: { templating: undefined } },
    { expr: 'up{job="$job"}', rest: { templating: {} } },
    { expr: 'up{job="$job"}', rest: { description: "$${job}" } },
    { expr: "sum by ($by) (up)", variables: { by: { type: "custom", query: "job,node" } } },
    { expr: 'up{job="$Filter"}', variables: { Filter: { type: "adhoc" } } },
  ],
  finds: [
    [{ expr: 'up{job="$job"}' }, "$job"],
    [{ expr: 'up{job="$job", a="${job}"}' }, "$job"],
    [{ expr: 'up{a="$a", b="[[b]]", c="${c:pipe}"}' }, "$a", "[[b]]", "${c:pipe}"],
    [{ expr: 'up{job=~"$jobs", a="é\\"$job"}', variables: job }, "$jobs"],
    [
      { expr: 'sum by ($by) (rate({"my.metric", $filter}[$range] offset $back)) > $limit' },
      "$by",
      "$filter",
      "$range",
      "$back",
      "$limit",
    ],
    [{ expr: "rate(up[$__rate_intervall])" }, "$__rate_intervall"],
    [{ expr: 'up{job="$job"} # $job' }, "$job"],
    [{ expr: 'up{cluster="$CLUSTER"}' }, "$CLUSTER"],
    [{ expr: "up", variables: { node: { query: 'label_values(up{job="$job"}, node)' } } }, "$job"],
    [
      {
        expr: "up",
        rest: { annotations: { list: [{ datasource: "Prometheus", target: { expr: 'ALERTS{job="$job"}' } }] } },
      },
      "$job",
    ],
  ],
  fixes: [
    [{ expr: 'up{job="$jov", a="${jov:regex}"}', variables: job }, 'suggestion: up{job="$job", a="${job:regex}"}'],
    [{ expr: "rate(up[${__rate_intervall}])" }, "suggestion: rate(up[${__rate_interval}])"],
    [{ expr: 'up{job="$x"}', variables: { j: {} } }, "none"],
    [{ expr: 'up{job="$J"}', variables: { j: {} } }, 'suggestion: up{job="$j"}'],
    [{ expr: 'up{job="$namespace"}', variables: job }, "none"],
  ],
  says: [
    [
      { expr: 'up{job="${job:regex}"}' },
      "the dashboard has no variable `job`, so Grafana sends `${job:regex}` as it stands",
    ],
  ],
});
