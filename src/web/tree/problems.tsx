import type { Problem } from "../../syntax/problem.js";
import { Reason } from "./reason.js";

/** Why a server rejects a query; nothing where it does not. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const shown = problems.slice(0, most);
  return (
    <ul class="tree-problems" aria-label="Why the query is rejected">
      {shown.map(({ message, help }) => (
        <li>
          <Reason message={message} help={help} />
        </li>
      ))}
      {problems.length > shown.length && <li>{`and ${problems.length - shown.length} more`}</li>}
    </ul>
  );
}

/** Problems that are shown. */
const most = 5;
