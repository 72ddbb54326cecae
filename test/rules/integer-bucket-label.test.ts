import { integerBucketLabel } from "../../rules/integer-bucket-label.js";
import { metricsOf } from "../../src/metrics/metrics.js";
import { checkRule } from "./check-rule.js";

checkRule(integerBucketLabel, {
  silent: [
    'x_bucket{le="1.0"}',
    'x_bucket{le="0.5"}',
    'x_bucket{le="+Inf"}',
    'x_bucket{le="1e+06"}',
    'x_bucket{le=""}',
    'x_bucket{level="1"}',
    'x_bucket{code="200"}',
    String.raw`x_bucket{le=~"1|1\\.0"}`,
    String.raw`x_bucket{le=~"1(\\.0)?"}`,
    'x_bucket{le=~"1|1.0"}',
    'x_bucket{le=~"1.*"}',
    'x_bucket{le=~"0.5|2.5"}',
    'node_load1{quantile="1"}',
    'some_errors_total{le="1"}',
    'go_gc_duration_seconds_sum{quantile="1"}',
  ],
  finds: {
    'x_bucket{le="1"}': ['"1"'],
    "rate(x_bucket{job='api', le!='5'}[5m])": ["'5'"],
    '{__name__=~".+_bucket", le="10"}': ['"10"'],
    'job:x_bucket:rate5m{le="1"}': ['"1"'],
    'request_seconds{quantile="0"}': ['"0"'],
    'go_gc_duration_seconds{quantile=~"0|1"}': ['"0|1"'],
    'x_bucket{le=~"0.5|1"}': ['"0.5|1"'],
  },
  fixes: {
    'x_bucket{le="1"}': String.raw`review: x_bucket{le=~"1|1\\.0"}`,
    "x_bucket{le = '1'}": String.raw`review: x_bucket{le =~ "1|1\\.0"}`,
    'x_bucket{le!="1"}': String.raw`review: x_bucket{le!~"1|1\\.0"}`,
    'x_bucket{le="1000000"}': String.raw`review: x_bucket{le=~"1000000|1e\\+06"}`,
    'x_bucket{le="12345678"}': String.raw`review: x_bucket{le=~"12345678|1\\.2345678e\\+07"}`,
    'x_bucket{le="100000"}': String.raw`review: x_bucket{le=~"100000|100000\\.0"}`,
    'go_gc_duration_seconds{quantile=~"0|0.5|1"}': String.raw`review: go_gc_duration_seconds{quantile=~"0|0.5|1|0\\.0|1\\.0"}`,
    'x_bucket{le!~"1|5"}': String.raw`review: x_bucket{le!~"1|5|1\\.0|5\\.0"}`,
  },
});

const metrics = metricsOf([{ name: "load", type: "gauge", source: "test" }]);
checkRule(integerBucketLabel, { silent: ['load{quantile="1"}', 'load{le="1"}'] }, { metrics });

checkRule(
  integerBucketLabel,
  {
    silent: ['x_bucket{le="$le"}', 'x_bucket{le=~"1|$le"}', '${metric}_bucket{le="${le}"}'],
    finds: { '$metric{le="1"}': ['"1"'] },
  },
  { variables: "grafana" },
);
