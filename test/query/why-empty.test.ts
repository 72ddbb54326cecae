import { describe, expect, test } from "vitest";
import { dataServer } from "../../src/embedded/data-server.js";
import { unmatchedAlternatives } from "../../src/query/unmatched-alternatives.js";
import { whyEmpty } from "../../src/query/why-empty.js";
import { parse } from "../../src/syntax/parse.js";

const script = `
load 1m
  up{job="api", instance="a:1"}                     1x60
  up{job="node", instance="b:2"}                    0x60
  requests_total{job="api", code="200"}             0+60x60
  requests_total{job="api", code="500"}             0+6x60
  seconds_bucket{job="api", le="1"}                 0+6x60
  seconds_bucket{job="api", le="+Inf"}              0+6x60
  usage{instance="a:1", disk="x"}                   0.5x60
  usage{instance="b:2", disk="y"}                   0.83x60
  gone{job="api"}                                   1x20
  ended{job="api"}                                  1x59 stale
  lonely                                            1
  app_http_errors_total                             1x60
  app_grpc_request_errors_total                     1x60
  pods{pod="cart-1", role="Main"}                   1x60
  pods{pod="checkout-7f-a", role="Main"}            1x60
  pods{pod="checkout-7f-b", role="main.x"}          1x60
`;
const { server } = dataServer([{ path: "a.test", text: script }], 0);
const now = 3600;

async function why(query: string, time = now): Promise<string[]> {
  const { expr } = parse(query);
  const { result } = await server.instantQuery(query, new Date(time * 1000));
  expect("series" in result && result.series).toEqual([]);
  const causes = expr ? await whyEmpty(server, query, expr, new Date(time * 1000)) : [];
  return causes.map(({ at, message, help }) => `${query.slice(at.from, at.to)} | ${message} | ${help ?? "-"}`);
}

describe("no such series", () => {
  test.each([
    ["upp", "upp | there is no metric `upp` | did you mean `up`?"],
    ["seconds_count", "seconds_count | there is no metric `seconds_count` | did you mean `seconds_bucket`?"],
    ["sum(app_total)", "app_total | there is no metric `app_total` | did you mean `app_http_errors_total`?"],
    ["app_err_Total", "app_err_Total | there is no metric `app_err_Total` | did you mean `app_http_errors_total`?"],
    ["a_b", "a_b | there is no metric `a_b` | -"],
    ["nothing_of_the_kind", "nothing_of_the_kind | there is no metric `nothing_of_the_kind` | -"],
    [
      "sum(rate(request_total[5m]))",
      "request_total | there is no metric `request_total` | did you mean `requests_total`?",
    ],
    ['up{job="apo"}', 'job="apo" | no series of `up` has `job="apo"` | did you mean `api`?'],
    ['up{job=~"x.*"}', 'job=~"x.*" | no series of `up` has `job=~"x.*"` | it has `api`, `node`'],
    ['up{jobb="api"}', "jobb | no series of `up` has a label `jobb` | did you mean `job`?"],
    ['up{zone="a"}', "zone | no series of `up` has a label `zone` | it has `instance`, `job`"],
    ['up{zob="api"}', "zob | no series of `up` has a label `zob` | did you mean `job`?"],
    ['up{zob="*"}', "zob | no series of `up` has a label `zob` | it has `job`, `instance`"],
    ['{job="x"}', 'job="x" | no series has `job="x"` | it has `api`, `node`'],
    [
      'up{job="api", instance="b:2"}',
      'up{job="api", instance="b:2"} | no series of `up` fulfils all conditions at once, though each alone is fulfilled | leave out one of them to see which series there are',
    ],
    [
      'up{job="api", instance=~"a.*", job="node"}',
      'up{job="api", instance=~"a.*", job="node"} | no series of `up` fulfils all conditions at once, though each alone is fulfilled | a comma means and, and a series has one value of `job`: for one of several write `job=~"api|node"`',
    ],
    ['max(-sum by (job) (up{job="apo"}))', 'job="apo" | no series of `up` has `job="apo"` | did you mean `api`?'],
  ])("%s", async (query, expected) => {
    expect(await why(query)).toEqual([expected]);
  });
});

describe("a matcher that fits no value", () => {
  test.each<readonly [matcher: string, help: string]>([
    [
      'pod="checkout*"',
      "`=` compares with the exact text; take `=~` for a pattern, in which `.*` stands for any characters; it has `checkout-7f-a`, `checkout-7f-b`, `cart-1`",
    ],
    [
      'pod="*"',
      "`=` compares with the exact text; take `=~` for a pattern, in which `.*` stands for any characters; it has `cart-1`, `checkout-7f-a`, `checkout-7f-b`",
    ],
    ['pod="cart-1|cart-2"', "`=` compares with the exact text; take `=~` for a pattern; it has `cart-1` and 2 more"],
    [
      'pod="checkout"',
      "`=` compares with the whole value, not with its beginning; it has `checkout-7f-a`, `checkout-7f-b`, `cart-1`",
    ],
    ['pod="cart1"', "did you mean `cart-1`?"],
    ['pod="7"', "it has `cart-1`, `checkout-7f-a`, `checkout-7f-b`"],
    [
      'pod=~"checkout*"',
      "`*` repeats the character before it, and `.*` stands for any characters: write `checkout.*`, which fits `checkout-7f-a`, `checkout-7f-b`",
    ],
    [
      'pod=~"checkout"',
      "a pattern has to fit the whole value, and this one fits only its beginning: add `.*` or `.+` at the end; it has `checkout-7f-a`, `checkout-7f-b`, `cart-1`",
    ],
    [
      'pod=~"-[ab]"',
      "a pattern has to fit the whole value, and this one fits only its end: begin it with `.*` or `.+`; it has `checkout-7f-b`, `checkout-7f-a`, `cart-1`",
    ],
    [
      'pod=~"art|7f"',
      "a pattern has to fit the whole value, and this one fits only a part of it: begin and end it with `.*`; it has `cart-1`, `checkout-7f-a`, `checkout-7f-b`",
    ],
    ['role=~"M.*N"', "upper and lower case count; it has `Main`, `main.x`"],
    ['pod=~"chart-1"', "did you mean `cart-1`?"],
    ['pod="Main"', "`Main` is a value of the label `role`"],
    ['pod=~"Main|main.x"', "`Main`, `main.x` are values of the label `role`"],
    ['pod=~"Main|other"', "it has `cart-1`, `checkout-7f-a`, `checkout-7f-b`"],
    ['pod=~"x.*"', "it has `cart-1`, `checkout-7f-a`, `checkout-7f-b`"],
    ['pod!~".*"', "every value fits the pattern; it has `cart-1`, `checkout-7f-a`, `checkout-7f-b`"],
  ])("%s", async (matcher, help) => {
    expect(await why(`pods{${matcher}}`)).toEqual([`${matcher} | no series of \`pods\` has \`${matcher}\` | ${help}`]);
  });
});

describe("a pattern as it is written elsewhere", () => {
  test.each<readonly [matcher: string, help: string]>([
    ['pod=~"cart -.*"', "a space is compared like a letter: leave it out: write `cart-.*`, which fits `cart-1`"],
    [
      'pod=~"cart…"',
      "`…` is compared like a letter, and `.*` stands for any characters: write `cart.*`, which fits `cart-1`",
    ],
    [
      'pod=~"cart-..."',
      "each dot stands for one character, and `.*` for any number of them: write `cart-.*`, which fits `cart-1`",
    ],
    ['pod=~"cart-1 | chart"', "spaces are compared like letters: write `cart-1|chart`, which fits `cart-1`"],
    [
      'role=~"Main or main.x"',
      "`or` within the quotes is compared letter by letter, and `|` means or: write `Main|main.x`, which fits `Main`, `main.x`",
    ],
    [
      'role="Main or main.x"',
      "`=` compares with the exact text; take `=~` for a pattern; `or` within the quotes is compared letter by letter, and `|` means or: write `Main|main.x`, which fits `Main`, `main.x`",
    ],
    [
      'role="Main, main.x"',
      "`=` compares with the exact text; take `=~` for a pattern; a comma is compared like a letter, and `|` means or: write `Main|main.x`, which fits `Main`, `main.x`",
    ],
    [
      'role=~"(Main,main.x)"',
      "a comma is compared like a letter, and `|` means or: write `Main|main.x`, which fits `Main`, `main.x`",
    ],
    [
      'role=~"{Main,main.x}"',
      "braces stand for repetition here; a comma is compared like a letter, and `|` means or: write `Main|main.x`, which fits `Main`, `main.x`",
    ],
    [
      'role=~"[Main|main.x]"',
      "brackets stand for one of the characters in them: write `Main|main.x`, which fits `Main`, `main.x`",
    ],
    [
      'role=~"Main and main.x"',
      "a value cannot be two texts at once, and `|` means or: write `Main|main.x`, which fits `Main`, `main.x`",
    ],
    [
      'role=~"Main main.x"',
      "a space is compared like a letter, and `|` means or: write `Main|main.x`, which fits `Main`, `main.x`",
    ],
    ['role=~"Main main.y"', "it has `Main`, `main.x`"],
    [
      'pod=~"/cart.*/"',
      "slashes around a pattern belong to other languages, and are compared like letters here: write `cart.*`, which fits `cart-1`",
    ],
    [
      'pod=~"cart%"',
      "`%` is compared like a letter, and `.*` stands for any characters: write `cart.*`, which fits `cart-1`",
    ],
    [
      'pod="cart%"',
      "`=` compares with the exact text; take `=~` for a pattern; `%` is compared like a letter, and `.*` stands for any characters: write `cart.*`, which fits `cart-1`",
    ],
    [
      'pod=~"cart*|check*"',
      "`*` repeats the character before it, and `.*` stands for any characters: write `cart.*|check.*`, which fits `cart-1`, `checkout-7f-a`, `checkout-7f-b`",
    ],
    [
      'pod=~"cart or check*"',
      "`or` within the quotes is compared letter by letter, and `|` means or; `*` repeats the character before it, and `.*` stands for any characters: write `cart|check.*`, which fits `checkout-7f-a`, `checkout-7f-b`",
    ],
    ["role=\"'Main'\"", "quotes within the pattern are compared like letters: write `Main`"],
    ['pod=~"cart, or x"', "it has `cart-1`, `checkout-7f-a`, `checkout-7f-b`"],
    [`pod=~"${"x, ".repeat(1000)}"`, "it has `cart-1`, `checkout-7f-a`, `checkout-7f-b`"],
  ])("%s", async (matcher, help) => {
    expect(await why(`pods{${matcher}}`)).toEqual([`${matcher} | no series of \`pods\` has \`${matcher}\` | ${help}`]);
  });
});

describe("an alternative that fits no value, where others do", () => {
  test.each<readonly [query: string, said: string]>([
    [
      'pods{pod=~"cart-1|check*"}',
      "check* | `*` repeats the character before it, and `.*` stands for any characters: write `check.*`, which fits `checkout-7f-a`, `checkout-7f-b`",
    ],
    ['sum(pods{pod=~"(cart-1|cart2)"})', "cart2 | did you mean `cart-1`?"],
    ['pods{pod=~"cart-1||check.*"}', ""],
    ['pods{pod=~"cart.*"}', ""],
    ['pods{pod=~"x|y"}', ""],
    ['pods{pod!~"x|cart.*"}', ""],
    ['pods{zone=~"x|"}', ""],
  ])("%s", async (query, said) => {
    const { expr } = parse(query);
    const found = expr ? await unmatchedAlternatives(server, expr, new Date(now * 1000)) : [];
    expect(found.map(({ alternative, help }) => `${alternative} | ${help}`).join("\n")).toBe(said);
  });
});

describe("no sample at that time", () => {
  test.each<readonly [string, number, string]>([
    [
      "gone",
      now,
      "gone | the last sample of `gone` is of 1970-01-01T00:20:00Z, 40m before 1970-01-01T01:00:00Z | the query looks back 5m: ask for an earlier time",
    ],
    ["ended", now + 60, "ended | `ended` has ended: its last sample is of 1970-01-01T00:59:00Z | -"],
    [
      "increase(gone[10])",
      now,
      "gone[10] | the last sample of `gone` is of 1970-01-01T00:20:00Z, 40m before 1970-01-01T01:00:00Z | a number without a unit counts seconds: write `[10m]` for minutes",
    ],
    [
      "increase(gone[10m])",
      now,
      "gone[10m] | the last sample of `gone` is of 1970-01-01T00:20:00Z, 40m before 1970-01-01T01:00:00Z | the query looks back 10m: ask for an earlier time",
    ],
    [
      "up offset 2h",
      now,
      "up offset 2h | `up` has no sample within a day of 1969-12-31T23:00:00Z | ask for a time at which there is data",
    ],
    [
      "up",
      -3600,
      "up | the first sample of `up` is of 1970-01-01T00:00:00Z, after 1969-12-31T23:00:00Z | ask for a later time",
    ],
    [
      "rate(requests_total[5])",
      now,
      "[5] | the range holds one sample of each of 2 series, and `rate()` needs two | a number without a unit counts seconds: write `[5m]` for minutes",
    ],
    [
      "rate(requests_total[1m])",
      now,
      "[1m] | the range holds one sample of each of 2 series, and `rate()` needs two | use a longer range, four times as long as the time between two samples",
    ],
  ])("%s at %i", async (query, time, expected) => {
    expect(await why(query, time)).toEqual([expected]);
  });
});

describe("nothing is left", () => {
  test.each<readonly [string, readonly string[]]>([
    ["usage > 0.9", ["> 0.9 | none of 2 series fulfils `> 0.9`: they are from 0.5 to 0.83 | -"]],
    ["0.9 < usage", ["0.9 < | none of 2 series fulfils `0.9 <`: they are from 0.5 to 0.83 | -"]],
    ['up{job="api"} == 0', ["== 0 | the only series does not fulfil `== 0`: it is 1 | -"]],
    ["(usage > 0.9) * 2", ["> 0.9 | none of 2 series fulfils `> 0.9`: they are from 0.5 to 0.83 | -"]],
    ["absent(up)", ["absent(up) | `absent()` gives nothing as long as there is a series: there are 2 | -"]],
    ["topk(0, up)", ["topk(0, up) | `topk` gives nothing for 2 series | -"]],
    [
      "histogram_quantile(0.9, sum(rate(seconds_bucket[5m])))",
      [
        "sum(rate(seconds_bucket[5m])) | `histogram_quantile()` finds no buckets: 1 series without the label `le` | keep it: add `le` to `by (…)`, and read the series that end in `_bucket`",
      ],
    ],
    [
      "up * usage",
      [
        "* | no series on the left of `*` has a partner on the right: they differ in `disk`, `job` | match the labels that both have: `on (instance)`",
      ],
    ],
    [
      "usage and on (disk) up",
      ["and | no series on the left of `and` has a partner on the right: they differ in `disk` | -"],
    ],
    [
      "up unless on (instance) usage",
      ["unless | `unless` takes away all 2 series on its left: each has a partner on the right | -"],
    ],
    ["up > on (instance) (usage + 1)", ["> | of the pairs that `>` compares none fulfils it | -"]],
    [
      "upp or lonelyy",
      [
        "upp | there is no metric `upp` | did you mean `up`?",
        "lonelyy | there is no metric `lonelyy` | did you mean `lonely`?",
      ],
    ],
    ["up and upp", ["upp | there is no metric `upp` | did you mean `up`?"]],
  ])("%s", async (query, expected) => {
    expect(await why(query)).toEqual(expected);
  });
});

test("a query of any depth is explained, or not, and no more", async () => {
  const query = `${"abs(".repeat(300)}upp${")".repeat(300)}`;
  expect(await why(query)).toEqual([]);
});
