import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderWith, recording } from "../cli/folder.js";
import { copyProject, release, releaseTag, stageAll } from "../scripts/repository.js";
import { describeNeeding } from "./needs.js";

const missing = spawnSync("pre-commit", ["--version"]).status === 0 ? undefined : "pre-commit is not installed";

describeNeeding("pre-commit", missing, () => {
  let home = "";
  let hooks = "";

  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), "promql-lint-pre-commit-"));
    hooks = path.join(home, "hooks");
    mkdirSync(hooks);
    copyProject(hooks);
    expect(release(hooks, releaseTag()).status).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  /** A configuration with all hooks of the release. */
  function allHooks(): string {
    const ids = ["promql-lint", "promql-lint-fix", "promql-fmt"];
    // JSON is YAML. With `verbose` the output of a hook is shown even where it passes.
    const used = { repo: hooks, rev: releaseTag(), hooks: ids.map((id) => ({ id, verbose: true })) };
    return JSON.stringify({ repos: [used] });
  }

  /** A repository that uses the hooks of the release, with the given files staged. */
  function repositoryWith(files: Readonly<Record<string, string>>, config = allHooks()): string {
    const folder = folderWith({ ...files, ".pre-commit-config.yaml": config });
    stageAll(folder);
    return folder;
  }

  /** Runs a hook on the files that are staged, or on those named. Nothing listens where npm would look for packages. */
  function run(cwd: string, hook: string, ...files: readonly string[]) {
    const env = {
      ...process.env,
      PRE_COMMIT_HOME: path.join(home, "cache"),
      npm_config_registry: "http://127.0.0.1:9",
    };
    const named = files.length > 0 ? ["--files", ...files] : [];
    const { status, stdout, stderr } = spawnSync("pre-commit", ["run", hook, "--color=never", ...named], {
      cwd,
      env,
      encoding: "utf8",
      timeout: 120_000,
    });
    return { passed: status === 0, output: withoutInstallation(stdout) + stderr };
  }

  const read = (folder: string, file: string) => readFileSync(path.join(folder, file), "utf8");
  const good = recording("sum by (job) (rate(http_requests_total[5m]))");

  describe("promql-lint", () => {
    test("passes on rules without a mistake", () => {
      const { passed, output } = run(repositoryWith({ "rules.yaml": good }), "promql-lint");
      expect(output).toMatch(/^promql-lint\.+Passed\n/);
      expect(passed).toBe(true);
    }, 180_000);

    test("fails where a query is wrong, and shows where", () => {
      const { passed, output } = run(repositoryWith({ "rules.yaml": recording("node_load1[5m]") }), "promql-lint");
      expect(output).toMatch(/^promql-lint\.+Failed\n/);
      expect(output).toContain("\n- exit code: 1\n");
      expect(output).toContain("[bare-range-vector]\n --> rules.yaml:5:11 in `r`\n");
      expect(passed).toBe(false);
    });

    test("passes where there are only warnings, which it shows", () => {
      const { passed, output } = run(repositoryWith({ "rules.yaml": recording('up{job=~"a"}') }), "promql-lint");
      expect(output).toContain("[regex-without-pattern]");
      expect(passed).toBe(true);
    });

    test("reads .promql files", () => {
      const { passed, output } = run(repositoryWith({ "a.promql": "rate(up)\n" }), "promql-lint");
      expect(output).toContain("--> a.promql:1:6");
      expect(passed).toBe(false);
    });

    test("never sees other files", () => {
      const { output } = run(
        repositoryWith({ "a.txt": "rate(up)\n", "b.ts": "up[5m]" }),
        "promql-lint",
        "a.txt",
        "b.ts",
      );
      expect(output).toContain("(no files to check)Skipped");
    });
  });

  describe("promql-lint-fix", () => {
    test("fixes what is safe and fails, and passes once that is staged", () => {
      const folder = repositoryWith({ "rules.yaml": recording('up{job=~"a"} # why') });
      const first = run(folder, "promql-lint-fix");
      expect(first.output).toContain("- files were modified by this hook\n");
      expect(first.output).toContain("promql-lint: rules.yaml: 1 fix applied\n");
      expect(first.passed).toBe(false);
      expect(read(folder, "rules.yaml")).toBe(recording('up{job="a"} # why'));
      stageAll(folder);
      expect(run(folder, "promql-lint-fix").passed).toBe(true);
    });

    test("leaves alone what may change a result, and fails", () => {
      const folder = repositoryWith({ "rules.yaml": recording("node_load1[5m]") });
      const { passed, output } = run(folder, "promql-lint-fix");
      expect(output).toContain("(1 fixable with --fix-review)");
      expect(output).not.toContain("files were modified");
      expect(passed).toBe(false);
      expect(read(folder, "rules.yaml")).toBe(recording("node_load1[5m]"));
    });
  });

  describe("promql-fmt", () => {
    test("formats and fails, and passes once that is staged", () => {
      const folder = repositoryWith({ "rules.yaml": recording("sum( up )  by (job)") });
      const first = run(folder, "promql-fmt");
      expect(first.output).toContain("- files were modified by this hook\n");
      expect(first.passed).toBe(false);
      expect(read(folder, "rules.yaml")).toBe(recording("sum by (job) (up)"));
      stageAll(folder);
      expect(run(folder, "promql-fmt").passed).toBe(true);
    });
  });

  test("the example configuration works, and lets warnings fail", () => {
    const example = readFileSync("examples/pre-commit/.pre-commit-config.yaml", "utf8");
    const config = example.replace("https://github.com/OWNER/promql-lint", hooks);
    const passing = run(repositoryWith({ "rules.yaml": good }, config), "promql-fmt");
    expect(passing.output).toMatch(/^promql-lint fmt\.+Passed\n$/);
    const excluded = repositoryWith({ "dashboards/a.yaml": recording("sum( up )") }, config);
    expect(run(excluded, "promql-fmt").passed).toBe(true);
    expect(read(excluded, "dashboards/a.yaml")).toBe(recording("sum( up )"));
    const warning = recording("deriv(node_cpu_seconds_total[5m])");
    expect(run(repositoryWith({ "rules.yaml": good }, config), "promql-lint-fix").passed).toBe(true);
    expect(run(repositoryWith({ "rules.yaml": warning }, config), "promql-lint-fix").passed).toBe(false);
  });

  describe("files without PromQL", () => {
    test.each(["promql-lint", "promql-lint-fix", "promql-fmt"])("%s is silent", (hook) => {
      const folder = repositoryWith(foreign);
      const { passed, output } = run(folder, hook, ".pre-commit-config.yaml", ...Object.keys(foreign));
      expect(output).toMatch(/^promql-[^\n]*\.Passed\n- hook id: promql-\S+\n- duration: \S+\n$/);
      expect(passed).toBe(true);
      for (const [name, text] of Object.entries(foreign)) expect(read(folder, name)).toBe(text);
    });
  });

  test("a file that is to be ignored, and is named all the same, is ignored in silence", () => {
    const folder = repositoryWith({ "vendor/rules.yaml": recording("up[5m]"), ".promql-lintignore": "vendor/\n" });
    const { passed, output } = run(folder, "promql-lint", "vendor/rules.yaml");
    expect(output).toMatch(/^promql-lint\.+Passed\n- hook id: promql-lint\n- duration: \S+\n$/);
    expect(passed).toBe(true);
  });
});

/** What pre-commit says while it installs the hooks, which only the first run does. */
function withoutInstallation(output: string): string {
  return output.replace(/^\[INFO\].*\n/gm, "");
}

/** As they stand in many repositories. */
const foreign: Readonly<Record<string, string>> = {
  ".github/workflows/ci.yaml": `name: CI
on: { push: { branches: [main] }, pull_request: }
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          npm ci
          test "\${{ github.ref }}" = refs/heads/main && echo "rate(up[5m])"
`,
  "deploy/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    metadata:
      annotations: { prometheus.io/scrape: "true" }
    spec:
      containers:
        - { name: web, image: "web:1", args: ["--expr=up["] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web }
data:
  groups: "none"
  nginx.conf: |
    server { listen 8080; }
`,
  "docker-compose.yml": `services:
  prometheus:
    image: prom/prometheus
    command: ["--config.file=/etc/prometheus/prometheus.yml"]
    ports: ["9090:9090"]
`,
  "playbook.yml": `- hosts: all
  tasks:
    - name: Say
      debug: { msg: "{{ item }}" }
      loop: !vault [a]
`,
  "chart/templates/service.yaml": `apiVersion: v1
kind: Service
metadata:
  name: {{ include "web.fullname" . }}
{{- if .Values.annotations }}
  annotations: {{ toYaml .Values.annotations | nindent 4 }}
{{- end }}
`,
  "package.json": '{ "name": "web", "scripts": { "expr": "up[" } }\n',
  "tsconfig.json": '{\n  // Comments are allowed here.\n  "compilerOptions": { "strict": true, },\n}\n',
  "empty.yaml": "",
  "README.md": "# Web\n\n```yaml\nreplicas: [\n```\n\n- a: b\n\n```sh\nexpr 1 + 1\n```\n",
};
