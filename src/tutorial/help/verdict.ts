import type { Attempt } from "../attempt.js";
import type { Classroom } from "../classroom.js";
import type { Obstacle } from "../obstacle.js";
import type { Words } from "./words.js";

/** Said of an exercise that a server of the learner cannot decide. */
export const onlyByResult =
  "Only its result tells whether a query is right here, and what it is to be on your server is not known.";

/** Said of a query that passes. */
export function passedWords({ isUndecided, luck }: Attempt, judgedBy: Classroom["judgedBy"]): string {
  if (isUndecided) return "Nothing speaks against the query.";
  if (luck !== undefined) return `That is right. On other data it may not be: ${luck}.`;
  return judgedBy === "result" ? "That is right." : "That is right, as far as the query tells.";
}

/** What keeps a query from passing. What is found in it, the diagnostics say, so that this is said only where nothing else is. */
export function obstaclesWords(
  { obstacles, answer }: Attempt,
  judgedBy: Classroom["judgedBy"],
): readonly [Words, ...Words[]] {
  const isRight = answer !== undefined && judgedBy === "result";
  const [first, ...others] = obstacles.flatMap((obstacle) => obstacleWords(obstacle) ?? []);
  if (first) {
    const isOnlyWritten = isRight && obstacles[0]?.kind === "construct";
    return [isOnlyWritten ? { ...first, message: `the result is right; ${first.message}` } : first, ...others];
  }
  const help = obstacles.flatMap((one) => (one.kind === "finding" ? (one.help ?? []) : []))[0];
  const message = `${isRight ? "the result is right; " : ""}mend what is found in the query`;
  return [{ message, ...(help !== undefined && { help }) }];
}

/** Why a server rejects a query, the diagnostics say. */
function obstacleWords(obstacle: Obstacle): Words | undefined {
  switch (obstacle.kind) {
    case "rejected":
      return { message: "Prometheus rejects the query", ...(obstacle.help !== undefined && { help: obstacle.help }) };
    case "failed":
      return { ...obstacle, message: `the query fails: ${obstacle.message}` };
    case "finding":
      return undefined;
    case "construct":
      return {
        message: `the query ${obstacle.needs ? "lacks" : "is to do without"} \`${obstacle.name}\``,
        ...(obstacle.why !== undefined && { help: obstacle.why }),
      };
    case "type":
    case "labels":
    case "start":
    case "difference":
    case "words":
    case "number":
      return obstacle;
  }
}
