import { expect, test } from "vitest";
import {
  closedPort,
  type FakeAnswer,
  refusal,
  type SeenRequest,
  serve,
  success,
} from "../../prometheus/fake-server.js";
import { type Outcome, promqlLint } from "../command.js";
import { folderWith } from "../folder.js";
import { refusalOf } from "../refusal.js";

function learnOn(url: string, typed: readonly string[], lesson = "6"): Promise<Outcome> {
  const env = { XDG_STATE_HOME: folderWith({}), NO_COLOR: "1" };
  return promqlLint(["learn", lesson, "--server", url], { input: typed.join("\n"), env });
}

/** A server with one series, whatever is asked. */
function answer({ path, parameters }: SeenRequest): FakeAnswer {
  if (path === "/api/v1/metadata") return success({ shop_jobs: [{ type: "gauge", help: "Jobs.", unit: "" }] });
  if (path.startsWith("/api/v1/label/")) return success(["shop_jobs"]);
  if (path !== "/api/v1/query") return refusal(404, "not_found", "there is no such page");
  if (parameters.get("query")?.includes("refused")) return refusal(422, "execution", "too many \x1b[2J samples");
  const value = [Number(parameters.get("time")), "7"];
  return success({ resultType: "vector", result: [{ metric: { instance: "a\x1b[2J" }, value }] });
}

test("an exercise on a server is judged by the tree and the findings", async () => {
  const { url, seen } = await serve(answer);
  const typed = [
    "shop_jobs",
    "rate(shop_jobs[5m])",
    "refused",
    "answer",
    "sum by (instance) (shop_jobs)",
    "next",
    "quit",
  ];
  const { status, stdout, stderr } = await learnOn(url, typed);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).not.toMatch(/[\0-\x09\x0b-\x1f\x7f]/);
  const [start, ...replies] = stdout.split(/^promql> /m);
  expect(start).toMatch(`Queries are asked on ${url}. The numbers in the lessons are those of the demo cluster.\n`);
  expect(replies[0]).toContain("1 series at ");
  expect(replies[0]).toContain("not yet: your result keeps every label of its series");
  expect(replies[1]).toContain("error: `rate()` reads every drop");
  expect(replies[1]).not.toContain("mend what is found in the query");
  expect(replies[2]).toContain("not yet: the query fails: too many \\u{1b}[2J samples\n");
  expect(replies[4]).toContain("That is right, as far as the query tells.\n");
  expect(replies[5]).toContain("Only its result tells whether a query is right here");
  expect(replies[6]).toContain("1 of 52 exercises solved.\n");
  const asked = seen.flatMap(({ parameters }) => parameters.get("query") ?? []);
  expect(asked).toEqual(["1", "shop_jobs", "rate(shop_jobs[5m])", "refused", "sum by (instance) (shop_jobs)"]);
});

test("where only the result tells, the learner is told so and goes on", async () => {
  const { url } = await serve(answer);
  const { stdout } = await learnOn(url, ["increase(shop_jobs_total[1h])", "next"], "5");
  expect(stdout.split(/^promql> /m)[1]).toContain("Nothing speaks against the query.\n\nOnly its result tells");
  expect(stdout).toContain("0 of 52 exercises solved.\n");
  expect(stdout).toContain("Exercise 2 of 2");
});

test("a server that fails for once does not end the lesson", async () => {
  let isDown = false;
  const { url } = await serve((request) => {
    isDown ||= request.parameters.get("query") === "down";
    return isDown ? { status: 401 } : answer(request);
  });
  const { status, stdout } = await learnOn(url, ["down", "hint"]);
  expect(status).toBe(0);
  expect(stdout).toContain(`The query has no result: ${url} refuses access (HTTP 401`);
  expect(stdout).toContain("Hint 1 of ");
});

test("a server that cannot be asked at all", async () => {
  const url = await closedPort();
  const { status, text } = await refusalOf(["learn", "--no-save", "--server", url]);
  expect(status).toBe(3);
  expect(text).toContain(`cannot reach ${url}`);
});

test("how a server is asked, without one", async () => {
  const { status, text } = await refusalOf(["learn", "--timeout", "3"]);
  expect(status).toBe(2);
  expect(text).toContain("--timeout says how a server is asked, and none is named\nhelp: add `--server`");
});
