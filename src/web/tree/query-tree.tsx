import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { unitsWithin } from "../../analysis/explain/explain.js";
import { lastMoment } from "../../query/times.js";
import type { AskedTimes } from "../../results/answer-text.js";
import { clockText, dayText } from "../../results/moment.js";
import { plural } from "../../syntax/plural.js";
import type { Source } from "../server/source.js";
import type { Known } from "./known.js";
import { isToBlame } from "./loss.js";
import { MarkedQuery } from "./marked-query.js";
import { type AskedQuery, type PartAsker, partAsker } from "./part-asker.js";
import { PartDetails } from "./part-details.js";
import { isAnswered } from "./part-state.js";
import { headOf } from "./part-text.js";
import { PartTree } from "./part-tree.js";
import type { Part } from "./parts.js";
import { Problems } from "./problems.js";
import { readParts, type ReadQuery } from "./read-query.js";

/** A query, and where and when its parts are asked. */
export interface QueryTreeProps {
  readonly query: string;
  readonly times: AskedTimes;
  readonly source: Source;
}

/** So many parts are shown and asked, and so many more each time that the reader wants more. */
const pageSize = 40;

/** The parts of a query as a tree, each with its result. */
export function QueryTree({ query, times, source }: QueryTreeProps) {
  const read = useMemo(() => readParts(query), [query]);
  const [root] = read.parts;
  if (!root) return <Problems problems={read.problems} />;
  const asked = [query, JSON.stringify(times), source.server.name].join("\n");
  return <Tree key={asked} query={query} times={times} source={source} read={read} />;
}

/** The tree of one query, which is asked once. */
function Tree({ query, times, source, read: { parts, problems, problemOf } }: TreeProps) {
  const [most, setMost] = useState(pageSize);
  const [chosen, setChosen] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const { asker, answers, askAgain } = useAsker({ query, times, server: source.server });
  const wanted = useMemo(() => parts.slice(0, most).filter((part) => !problemOf(part)), [parts, most, problemOf]);
  useEffect(() => asker.ask(wanted), [asker, wanted]);
  const units = useMemo(() => unitsOf(parts, source), [parts, source]);

  const known = useMemo<Known>(
    () => ({ query, times, stateOf: asker.stateOf, causesOf: asker.causesOf, problemOf, unitOf: units }),
    // What the asker says changes with each answer.
    [asker, answers, problemOf, units],
  );
  const part = parts[chosen ?? 0];
  const isChosen = chosen !== undefined;
  const marked = (pointed === undefined ? undefined : parts[pointed]) ?? part;
  const rest = Math.max(0, parts.length - most);
  // Parts that the pointer passes change the mark alone.
  const tree = useMemo(
    () => (
      <PartTree
        parts={parts}
        most={most}
        chosen={chosen ?? 0}
        known={known}
        onChoose={setChosen}
        onPoint={setPointed}
      />
    ),
    [parts, most, chosen, known],
  );
  const details = useMemo(
    () =>
      part && <PartDetails part={part} isChosen={isChosen} known={known} metrics={source.metrics} onAgain={askAgain} />,
    [part, isChosen, known, source.metrics, askAgain],
  );
  return (
    <div class="tree">
      <Problems problems={problems} />
      {marked && <MarkedQuery query={query} at={marked.expr.span} />}
      <p class="tree-status" role="status">
        {statusText(wanted, times, asker)}
      </p>
      <div class="tree-columns">
        <div>
          {tree}
          {rest > 0 && (
            <button type="button" class="tree-more" onClick={() => setMost(most + pageSize)}>
              {rest > pageSize ? `Ask ${pageSize} of the other ${rest} parts` : `Ask the other ${plural(rest, "part")}`}
            </button>
          )}
        </div>
        {details}
      </div>
    </div>
  );
}

interface TreeProps extends QueryTreeProps {
  readonly read: ReadQuery;
}

/** Who asks, and how often an answer has come; `askAgain` forgets the answers. */
interface Asking {
  readonly asker: PartAsker;
  readonly answers: number;
  readonly askAgain: () => void;
}

/** Asks for parts as long as the tree is shown. */
function useAsker(asked: AskedQuery): Asking {
  const [round, setRound] = useState(0);
  const [answers, setAnswers] = useState(0);
  const asker = useMemo(() => partAsker(asked, () => setAnswers((count) => count + 1)), [round]);
  useEffect(() => asker.stop, [asker]);
  const askAgain = useCallback(() => setRound((count) => count + 1), []);
  return { asker, answers, askAgain };
}

function unitsOf([root]: readonly Part[], { metrics }: Source): Known["unitOf"] {
  const units = root && unitsWithin(root.expr, metrics);
  return ({ expr }) => units?.get(expr)?.unit;
}

function statusText(wanted: readonly Part[], times: AskedTimes, { stateOf }: PartAsker): string {
  if (wanted.length === 0) return "No part of it is asked.";
  const moment = lastMoment(times);
  const when = `${dayText(moment)} ${clockText(moment)} UTC${times.kind === "range" ? ", the end of the range" : ""}`;
  const answered = wanted.filter((part) => isAnswered(stateOf(part))).length;
  if (answered < wanted.length) return `${answered} of ${plural(wanted.length, "part")} asked, at ${when}`;
  const lost = wanted.filter((part) => isToBlame(part, stateOf));
  const named = lost.slice(0, 2).map(headOf);
  const where = (lost.length > named.length ? [...named, `${lost.length - named.length} more`] : named).join(" and ");
  const loss = lost.length === 0 ? "" : `; nothing is left at ${where}`;
  return `${plural(wanted.length, "part")}, at ${when}${loss}`;
}
