import { contradictoryMatchers } from "../../rules/contradictory-matchers.js";
import { checkRule } from "./check-rule.js";

const many = Array.from({ length: 60 }, (_, k) => `job!="${k}"`).join(", ");

checkRule(contradictoryMatchers, {
  silent: [
    'up{job="x"}',
    'up{job="x", env="y"}',
    'up{job="x"} / up{job="y"}',
    'up{job="x", job="x"}',
    'up{job="x", job!="y"}',
    'up{job="x", job=~"x|y"}',
    'up{job=~"x|y", job=~"y|z"}',
    'up{job=~"x|y", job!="x"}',
    'up{job=~"x|", job!="x"}',
    'up{job="xy", job=~"x."}',
    'up{job="x", job!~"y.*"}',
    'up{job=~"a.*", job=~"b.*"}',
    'up{job=~"a.*", job!~"ab.*"}',
    'up{job!="x", job!="y"}',
    'up{job!~".*"}',
    'up{job="x", job!~".*"}',
    'up{job="a\\nb", job=~"a.b"}',
    'up{job="\\n", job=~".+"}',
    `up{${many}}`,
  ],
  finds: {
    'up{job="x", job="y"}': ['job="y"'],
    'up{job="x", env="z", job!="x"}': ['job!="x"'],
    'up{job="x", job=~"y|z"}': ['job=~"y|z"'],
    'up{job=~"y|z", job="x"}': ['job="x"'],
    'up{job="x", job=~"y.*"}': ['job=~"y.*"'],
    'up{job="x", job=~"(?i)Y"}': ['job=~"(?i)Y"'],
    'up{job="xy", job=~"x"}': ['job=~"x"'],
    'up{job="x", job!~"x.*"}': ['job!~"x.*"'],
    'up{job="x", job=""}': ['job=""'],
    'up{job="", job=~".+"}': ['job=~".+"'],
    'up{job!="", job!~".+"}': ['job!~".+"'],
    'up{job=~"a.*", job!~"^a.*$"}': ['job!~"^a.*$"'],
    'up{job=~"^x$", job=~"^y$"}': ['job=~"^y$"'],
    'up{job=~"x|y", job!="x", job!="y"}': ['job!="y"'],
    'up{job!="x", job!="y", job=~"x|y"}': ['job=~"x|y"'],
    '{"up", __name__="down"}': ['__name__="down"'],
    '{__name__="up", __name__=~"d.*"}': ['__name__=~"d.*"'],
    'absent(up{job="x", job="y"})': ['job="y"'],
    'up{a="1", a="2", b="1", b="2"}': ['a="2"', 'b="2"'],
  },
  helps: { 'up{job="x", job="y"}': 'select either with `job=~"x|y"`' },
});

checkRule(
  contradictoryMatchers,
  {
    silent: ['up{job="$x", job="y"}', 'up{job="x", job=~"$y"}', "up{$filter, $other}", '$metric{job="x"}'],
    finds: { 'up{job="x", job="$y", job="z"}': ['job="z"'] },
  },
  { variables: "grafana" },
);
