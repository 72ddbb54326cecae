import { expect, test } from "vitest";
import { builtinMetrics } from "../../../src/metrics/builtin.js";
import { plainWords } from "../../../src/tutorial/help/plain-words.js";
import { exerciseWith } from "../exercise.js";

const exercise = exerciseWith("rate(nginx_http_requests_total[5m])", { start: "nginx_http_requests_total" });
const listing =
  '`nginx_http_requests_total` alone shows the labels of this metric; `group by (__name__) ({__name__=~"nginx.*"})` shows the metrics whose names begin with `nginx`';
const noQuery = "a query begins with the name of a metric, of a function or of an aggregation, and says nothing else";

test.each<[text: string, said: string | undefined]>([
  ["Draw rate(up[5m])", "`Draw` is no part of a query | type the query alone: its result is drawn by itself"],
  ["plot", "`plot` is no part of a query | type the query alone: its result is drawn by itself"],
  ["what metrics are there?", `these words are no query | ${listing}`],
  ["show me all labels of up", `these words are no query | ${listing}`],
  ["metrics", `these words are no query | ${listing}`],
  ["labels up", `these words are no query | ${listing}`],
  ["How many requests per second?", `these words are no query | ${noQuery}`],
  ["select * from up", `these words are no query | ${noQuery}`],
  [
    "what does the SUM do?",
    "these words are no query | `SUM`: it is an aggregation, which makes one series of many; write it with what it reads in parentheses: `sum(…)`",
  ],
  [
    "What is an instant vector?",
    "these words are no query | `instant vector`: the word means one sample for each series; `vector` in Prometheus' API",
  ],
  [
    "what is a label?",
    'these words are no query | `label`: the word means a name and a value that tell the series of a metric apart: `mode="idle"`',
  ],
  ["what are the labels?", `these words are no query | ${listing}`],
  ["What is a rabbit?", `these words are no query | ${noQuery}`],
  ["draw(up)", undefined],
  ["show_total up", undefined],
  ["what{}", undefined],
  ["rate metrics", undefined],
  ["up up", undefined],
  ["", undefined],
  ["what".repeat(50_000), undefined],
])("%.50s", (text, said) => {
  const words = plainWords(text, exercise, builtinMetrics);
  expect(words && `${words.message} | ${words.help ?? "-"}`).toBe(said);
});
