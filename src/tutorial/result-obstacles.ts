import { PrometheusError } from "../prometheus/error.js";
import type { QueryAnswer } from "../prometheus/index.js";
import type { Expr } from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import type { Classroom } from "./classroom.js";
import { addedSeriesHelp } from "./help/added-series.js";
import { conditionValueHelp } from "./help/condition-value.js";
import { countedAverageHelp } from "./help/counted-average.js";
import { dataHelp } from "./help/data-help.js";
import { differenceWords } from "./help/difference-words.js";
import { type Difference, differenceOf } from "./help/difference.js";
import { namelessHelp } from "./help/nameless-selector.js";
import { labelsNamedIn } from "./help/named-labels.js";
import { repairHelp } from "./help/repairs.js";
import { treeHelp } from "./help/tree-help.js";
import { vagueTreeHelp } from "./help/vague-tree-help.js";
import type { Exercise } from "./lesson.js";
import type { Obstacle } from "./obstacle.js";
import { constructObstacles } from "./reading.js";

/** A query that a server accepts, its warnings and errors, its result and the one that is wanted. */
export interface Answered {
  readonly query: string;
  readonly expr: Expr;
  readonly found: readonly Obstacle[];
  readonly answer: QueryAnswer;
  readonly wanted: QueryAnswer;
}

/** Whom to ask of other queries: their result as the exercise asks for it, or why they have none; and at what time. */
interface Asked extends Pick<Classroom, "server" | "metrics"> {
  readonly ask: (query: string) => Promise<QueryAnswer | PrometheusError>;
  readonly time: Date;
}

/** What the result of a query says against it. Rejects with a `PrometheusError` where the server as a whole cannot be asked. */
export async function resultObstacles(
  answered: Answered,
  exercise: Exercise,
  asked: Asked,
): Promise<readonly Obstacle[]> {
  const { expr, found, answer, wanted } = answered;
  const { expr: right } = parse(exercise.answer);
  const namedLabels = new Set([expr, ...(right ? [right] : [])].flatMap(labelsNamedIn));
  const difference = differenceOf(answer.result, wanted.result, exercise, namedLabels);
  // Constructs are asked for last, since their names tell how it is done.
  if (!difference) return found.length > 0 ? found : constructObstacles(expr, exercise);
  const words = differenceWords(difference, expr, right);
  const help = (right && (await helpFor(difference, { ...answered, right }, exercise, asked))) ?? words.help;
  return [...found, { kind: "difference", difference, message: words.message, ...(help !== undefined && { help }) }];
}

/** Which way to look: what is certain first. */
async function helpFor(
  difference: Difference,
  { query, expr, answer, wanted, right }: Answered & { readonly right: Expr },
  exercise: Exercise,
  { server, metrics, time, ask }: Asked,
): Promise<string | undefined> {
  const cause =
    addedSeriesHelp(expr, right) ??
    namelessHelp(expr, right, exercise) ??
    countedAverageHelp(expr, right) ??
    (await dataHelp(difference, { query, expr, answer: right, exercise, server, metrics, time }));
  if (cause !== undefined) return cause;

  const compared = { own: expr, answer: right, result: answer.result, metrics };
  const isRight = async (other: string) => {
    const result = await ask(other);
    return !(result instanceof PrometheusError) && !differenceOf(result.result, wanted.result, exercise);
  };
  const repair = () => repairHelp(query, expr, right, isRight);
  // A common factor says more than the tree, and what a repair has shown more than either.
  if (difference.kind === "factor") {
    const { help } = differenceWords(difference, expr, right);
    return (await repair()) ?? help ?? treeHelp(difference, compared) ?? vagueTreeHelp(difference, compared);
  }
  return (
    treeHelp(difference, compared) ??
    (await repair()) ??
    conditionValueHelp(difference, expr, right) ??
    vagueTreeHelp(difference, compared)
  );
}
