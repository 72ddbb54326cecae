import { PrometheusError } from "../../prometheus/error.js";
import { type EmptyCause, whyEmpty } from "../../query/why-empty.js";
import type { AskedTimes } from "../../results/answer-text.js";
import type { PageServer } from "../server/page-server.js";
import { inTurn } from "./ask-in-turn.js";
import { askedPart } from "./asked-part.js";
import { isWhereLost } from "./loss.js";
import { askFor, isAnswered, type PartState } from "./part-state.js";
import type { Part } from "./parts.js";

/** Whose parts are asked, where and when. */
export interface AskedQuery {
  readonly query: string;
  readonly times: AskedTimes;
  readonly server: Pick<PageServer, "instantQuery" | "labelValues" | "targets">;
}

/** Asks for the parts of a query, and remembers the answers. */
export interface PartAsker {
  readonly stateOf: (part: Part) => PartState;
  /** Why a part gives nothing; none as long as that is not known. */
  readonly causesOf: (part: Part) => readonly EmptyCause[];
  /** Asks for parts that have not been asked for yet. */
  readonly ask: (parts: readonly Part[]) => void;
  /** Asks for nothing more, and tells nothing more. */
  readonly stop: () => void;
}

/** One after the other, so that the time which an answer takes is its own. */
const atOnce = 1;

/** So many parts are asked why they give nothing. */
const mostCauses = 8;

const waiting: PartState = { kind: "waiting" };
const none: readonly EmptyCause[] = [];

/** Asks for the results of parts, and then why there are none where series get lost. `onChange` is called after each answer. */
export function partAsker({ query, times, server }: AskedQuery, onChange: () => void): PartAsker {
  const states = new Map<Part, PartState>();
  const causes = new Map<Part, readonly EmptyCause[]>();
  let isStopped = false;

  const stateOf = (part: Part): PartState => states.get(part) ?? waiting;
  const tell = (): void => {
    if (!isStopped) onChange();
  };

  const results = inTurn<Part>(atOnce, async (part) => {
    states.set(part, { kind: "asking" });
    states.set(part, await askFor(server, askedPart(part, query, times)));
    if (!isStopped && [...states.values()].every(isAnswered))
      reasons.ask([...states.keys()].filter((each) => isWhereLost(each, stateOf)).slice(0, mostCauses));
    tell();
  });

  const reasons = inTurn<Part>(atOnce, async (part) => {
    causes.set(part, await causesFor(part, query, times, server));
    tell();
  });

  return {
    stateOf,
    causesOf: (part) => causes.get(part) ?? none,
    ask(parts) {
      for (const part of parts) if (!states.has(part)) states.set(part, { kind: "waiting" });
      results.ask(parts);
    },
    stop() {
      isStopped = true;
      results.stop();
      reasons.stop();
    },
  };
}

async function causesFor(
  part: Part,
  query: string,
  times: AskedTimes,
  server: AskedQuery["server"],
): Promise<readonly EmptyCause[]> {
  const { text, time } = askedPart(part, query, times);
  const { from, to } = part.expr.span;
  // What was asked with other words than those of the query cannot be taken apart by its places.
  if (text !== query.slice(from, to)) return [];
  try {
    return await whyEmpty(server, query, part.expr, new Date(Math.round(time * 1000)));
  } catch (error) {
    if (error instanceof PrometheusError) return [];
    throw error;
  }
}
