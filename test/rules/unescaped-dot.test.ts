import { unescapedDot } from "../../rules/unescaped-dot.js";
import { checkRule } from "./check-rule.js";

checkRule(unescapedDot, {
  silent: [
    'up{instance="10.0.0.1:9100"}',
    'up{instance=~"10\\\\.0\\\\.0\\\\.1:.*"}',
    "up{instance=~`node\\.example\\.com`}",
    'up{instance=~".*"}',
    'up{code=~"5.."}',
    'up{le=~"1|1.0"}',
    'up{device=~"mmcblk.p.+"}',
    'up{version=~"1.2.3"}',
    'up{instance=~"300.0.0.1"}',
    'up{instance=~"[a.example.com]"}',
    'up{instance=~"\\\\Qnode.example.com\\\\E"}',
    'up{file=~"main.go|main.rs"}',
  ],
  finds: {
    'up{instance=~"10.0.0.1:.*"}': ['"10.0.0.1:.*"'],
    'up{instance!~"node.example.com"}': ['"node.example.com"'],
    'up{instance=~"(a|b)-1.eu.example.com:9100"}': ['"(a|b)-1.eu.example.com:9100"'],
    'up{key=~"example.com/spot"}': ['"example.com/spot"'],
    'up{instance=~"10.0.0..*"}': ['"10.0.0..*"'],
    'up{instance=~"10.0.0.1|10.0.0.2"}': ['"10.0.0.1|10.0.0.2"'],
    'up{"http.host"=~"a.example.com", # ours\n  job="x"}': ['"a.example.com"'],
  },
  fixes: {
    'up{instance=~"10.0.0.1:.*"}': 'review: up{instance=~"10\\\\.0\\\\.0\\\\.1:.*"}',
    "up{instance=~'10.0.0.1|10.0.0.2'}": "review: up{instance=~'10\\\\.0\\\\.0\\\\.1|10\\\\.0\\\\.0\\\\.2'}",
    "up{instance=~`node.example.com`}": "review: up{instance=~`node\\.example\\.com`}",
    'up{instance=~"node\\\\d.example.com"}': 'review: up{instance=~"node\\\\d.example\\\\.com"}',
    'up{instance=~"10.0.0..*"}': 'review: up{instance=~"10\\\\.0\\\\.0\\\\..*"}',
    'up{instance=~".*.example.com"}': 'review: up{instance=~".*\\\\.example\\\\.com"}',
    'up{instance=~"\\x61.example.com"}': "none",
  },
});

checkRule(
  unescapedDot,
  {
    silent: ['up{instance=~"$host"}', 'up{instance=~"${host:regex}.*"}', 'up{$label=~"a.example.com"}'],
    fixes: {
      'up{instance=~"$host.example.com:.*"}': 'review: up{instance=~"$host\\\\.example\\\\.com:.*"}',
      'up{instance=~"[[host]].example.com"}': 'review: up{instance=~"[[host]]\\\\.example\\\\.com"}',
    },
  },
  { variables: "grafana" },
);
