import { ruleOrder } from "../../rules/rule-order.js";
import { checkGroups } from "./check-groups.js";

const sum = { record: "job:up:sum", expr: "sum by (job) (up)" };

checkGroups(ruleOrder, {
  silent: [
    { rules: [sum, { alert: "A", expr: "job:up:sum < 1" }] },
    { rules: [{ alert: "A", expr: "other < 1" }, sum] },
    { rules: [{ alert: "A", expr: "up < 1" }] },
    // The value of before is meant.
    { rules: [{ record: "a", expr: "job:up:sum offset 5m" }, sum] },
    { rules: [{ record: "a", expr: "job:up:sum @ start()" }, sum] },
    { rules: [{ record: "a", expr: "avg_over_time(job:up:sum[1h])" }, sum] },
    { rules: [{ record: "a", expr: "max_over_time((job:up:sum * 2)[1h:])" }, sum] },
    { rules: [{ record: "seen", expr: "max(up) or seen" }] },
    // They need each other.
    {
      rules: [
        { record: "a", expr: "b + 1" },
        { record: "b", expr: "a + 1" },
      ],
    },
    // It is recorded before as well.
    { rules: [sum, { alert: "A", expr: "job:up:sum < 1" }, sum] },
    // The label of the rule tells that the selector means others.
    {
      rules: [
        { alert: "A", expr: 'x{env="dev"} < 1' },
        { record: "x", expr: "sum(up)", labels: { env: "prod" } },
      ],
    },
    {
      rules: [
        { alert: "A", expr: 'x{env!~"prod|test"} < 1' },
        { record: "x", expr: "up", labels: { env: "prod" } },
      ],
    },
    { "a.yaml": [{ rules: [{ alert: "A", expr: "job:up:sum < 1" }] }, { rules: [sum] }] },
    { rules: [{ alert: "A", expr: '{__name__=~"job:.*"} < 1' }, sum] },
  ],
  finds: [
    [{ rules: [{ alert: "A", expr: "job:up:sum < 1" }, sum] }, "job:up:sum <- job:up:sum"],
    [{ rules: [{ record: "a", expr: "sum(job:up:sum)" }, sum] }, "job:up:sum <- job:up:sum"],
    [{ rules: [{ record: "a", expr: '{__name__="job:up:sum"}' }, sum] }, '\\"job:up:sum\\" <- job:up:sum'],
    [
      {
        rules: [
          { record: "a", expr: '{"job.up", job="x"}' },
          { record: "job.up", expr: "up" },
        ],
      },
      '\\"job.up\\" <- job.up',
    ],
    [
      {
        rules: [
          { record: "a", expr: "b / c # ratio" },
          { record: "b", expr: "up" },
          { record: "c", expr: "up" },
        ],
      },
      "b <- b",
      "c <- c",
    ],
    [
      {
        rules: [
          { alert: "A", expr: 'x{env=~"prod"} < 1' },
          { record: "x", expr: "up", labels: { env: "prod" } },
        ],
      },
      "x <- x",
    ],
    // The one that is read stands below the first of its name.
    [
      {
        rules: [
          { record: "x", expr: "up", labels: { env: "dev" } },
          { alert: "A", expr: 'x{env="prod"} < 1' },
          { record: "x", expr: "up", labels: { env: "prod" } },
        ],
      },
      "x <- x",
    ],
  ],
});
