import { giveSameSeries } from "../src/analysis/labels/same-series.js";
import { withoutParens } from "../src/analysis/without-parens.js";
import { grouped } from "../src/syntax/grouped.js";
import { defineRule, type Finding } from "../src/lint/rule.js";
import { ruleLabels } from "../src/lint/rule-labels.js";
import type { AlertingRule, FieldPlace, RecordingRule, RuleFile } from "../src/lint/subject.js";
import { wholeField } from "../src/lint/whole-field.js";
import { print } from "../src/syntax/print.js";

export const duplicateRule = defineRule({
  id: "duplicate-rule",
  summary: "Two rules record the same series, or raise the same alert",
  category: "groups",
  severity: "error",
  subject: "rule-files",
  options: {
    acrossFolders: {
      type: "boolean",
      description: "Whether files of different folders are loaded by the same server",
      default: false,
    },
  },

  *check(files, { acrossFolders }) {
    const placed = files.flatMap(rulesOf);
    const areVariants = variantsAmong(placed);
    const runTogether = (a: RuleFile, b: RuleFile): boolean =>
      a === b || ((acrossFolders || folderOf(a) === folderOf(b)) && !areVariants(a, b));

    for (const alike of grouped(placed, ({ key }) => key).values()) {
      for (const [k, own] of alike.entries()) {
        const before = alike.slice(Math.max(0, k - mostCompared), k).filter(({ file }) => runTogether(file, own.file));
        const finding = before.map((other) => duplication(own, other)).findLast((found) => found);
        if (finding) yield finding;
      }
    }
  },
});

/** With how many rules of its name one is compared. */
const mostCompared = 16;

/** A rule in its file. */
interface Placed {
  readonly file: RuleFile;
  readonly rule: AlertingRule | RecordingRule;
  /** Its kind, its name and the labels that it sets. */
  readonly key: string;
  /** Its query however it is written; worked out when it is first asked for. */
  readonly text: () => string | undefined;
}

function rulesOf(file: RuleFile): readonly Placed[] {
  return file.groups.flatMap(({ rules }) =>
    rules.map((rule) => ({ file, rule, key: keyOf(rule), text: printed(rule) })),
  );
}

function printed(rule: AlertingRule | RecordingRule): Placed["text"] {
  let known: string | undefined;
  return () => (known ??= rule.query && print(withoutParens(rule.query.root)));
}

function keyOf(rule: AlertingRule | RecordingRule): string {
  const labels = Array.from(ruleLabels(rule), ([name, { text }]) => [name, text] as const);
  const sorted = labels.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return JSON.stringify([rule.kind, nameOf(rule).text, sorted]);
}

function nameOf(rule: AlertingRule | RecordingRule) {
  return rule.kind === "alerting-rule" ? rule.alert : rule.record;
}

/** What two rules of the same name and labels have in common. */
function duplication(own: Placed, other: Placed): Finding<FieldPlace> | undefined {
  const { rule } = own;
  const [root, otherRoot] = [rule.query?.root, other.rule.query?.root];
  if (!root || !otherRoot) return undefined;

  const isSame = own.text() === other.text();
  const isAlert = rule.kind === "alerting-rule";
  if (!isSame && (isAlert || !giveSameSeries(root, otherRoot, ruleLabels(rule).keys()))) return undefined;

  const { text } = nameOf(rule);
  return {
    at: placeOf(own),
    ...(isSame && { severity: "warning" as const }),
    message: isSame ? sameWords(rule, text) : otherWords(rule, other.rule, text),
    help: isSame
      ? "remove one of the two"
      : "give one of the two another name or a label, or join their queries with `or`",
    because: [{ at: placeOf(other), message: "the other one" }],
  };
}

function sameWords({ kind }: AlertingRule | RecordingRule, name: string): string {
  const what = kind === "alerting-rule" ? `the alert \`${name}\` is raised` : `\`${name}\` is recorded`;
  return `${what} twice, by the same query and with the same labels`;
}

function otherWords(rule: AlertingRule | RecordingRule, other: AlertingRule | RecordingRule, name: string): string {
  return rule.group === other.group
    ? `\`${name}\` is recorded by an earlier rule of the group too, and for the same series only its values are kept`
    : `\`${name}\` is recorded by another rule too, and for the same series the values of both mix`;
}

function placeOf({ file: { path }, rule }: Placed): FieldPlace {
  return { ...wholeField(nameOf(rule)), file: path };
}

/** Tells whether two files have most of their rules in common: such are versions of one file, of which one is loaded. */
function variantsAmong(placed: readonly Placed[]): (a: RuleFile, b: RuleFile) => boolean {
  const keys = new Map<RuleFile, ReadonlySet<string>>();
  for (const [file, own] of grouped(placed, ({ file }) => file)) keys.set(file, new Set(own.map(({ key }) => key)));
  const known = new Map<RuleFile, Map<RuleFile, boolean>>();
  return (a, b) => {
    const ofA = known.get(a) ?? new Map<RuleFile, boolean>();
    known.set(a, ofA);
    const answer = ofA.get(b) ?? haveMostInCommon(keys.get(a) ?? new Set(), keys.get(b) ?? new Set());
    ofA.set(b, answer);
    return answer;
  };
}

function haveMostInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = [...a].filter((key) => b.has(key)).length;
  return 2 * common > Math.min(a.size, b.size);
}

function folderOf({ path }: RuleFile): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
