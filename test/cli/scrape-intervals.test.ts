import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

const values = "prometheus:\n  prometheusSpec:\n    scrapeInterval: 30s\n";
const podMonitor = `kind: PodMonitor
spec:
  jobLabel: k8s-app
  selector: {matchLabels: {k8s-app: aws-node}}
  podMetricsEndpoints: [{interval: 1m}]
`;

test("a run learns the scrape interval from its files, whatever their order", async () => {
  const folder = folderWith({ "a.yaml": recording("rate(x_total[30s])"), "values.yaml": values });
  const { status, stdout } = await promqlLint(["."], { cwd: folder });
  expect(status).toBe(1);
  expect(stdout).toContain("with a scrape every 30s the range holds one sample at most");
  expect(stdout).toContain("help: see values.yaml:3 for the scrape interval");
});

test("a job has the interval of its monitor", async () => {
  const folder = folderWith({
    "a.yaml": recording(`rate(x_total{job="aws-node"}[1m])`),
    "pods.yaml": podMonitor,
    "values.yaml": values,
  });
  const { stdout } = await promqlLint(["."], { cwd: folder });
  expect(stdout).toContain("help: see pods.yaml:5 for the scrape interval");
  await promqlLint(["--fix-review", "."], { cwd: folder });
  expect(readFileSync(path.join(folder, "a.yaml"), "utf8")).toBe(recording(`rate(x_total{job="aws-node"}[4m])`));
});

test("--scrape-interval counts more than files", async () => {
  const folder = folderWith({ "a.yaml": recording("rate(x_total[30s])"), "values.yaml": values });
  const { status, stdout } = await promqlLint(["--scrape-interval", "5s", "."], { cwd: folder });
  expect([status, stdout]).toEqual([0, ""]);
});

test("a file that tells an interval alone is no file without rules", async () => {
  const folder = folderWith({ "values.yaml": values });
  expect(await promqlLint(["values.yaml"], { cwd: folder })).toMatchObject({ status: 0, stdout: "", stderr: "" });
});
