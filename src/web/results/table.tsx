import { useMemo, useState } from "preact/hooks";
import type { QueryAnswer } from "../../prometheus/index.js";
import { nameText } from "../../results/series-labels.js";
import type { AskedTimes } from "../../results/answer-text.js";
import { plural } from "../../syntax/plural.js";
import { CopyButtons } from "./copy-buttons.js";
import { Lines } from "./lines.js";
import { firstRows, nextRows } from "./paging.js";
import { roomFor } from "./room.js";
import { type ResultColumn, resultTable } from "./result-table.js";
import { isSortedBy, nextSort, type Sort, sortedRows } from "./sort.js";

/** An answer that has series, and the unit of its values where it is known. */
export interface TableProps {
  readonly answer: QueryAnswer;
  readonly times: AskedTimes;
  readonly unit: string | undefined;
}

/** The series of an answer, in the order that the reader chooses. */
export function Table({ answer, times, unit }: TableProps) {
  const [allLabels, setAllLabels] = useState(false);
  const [sort, setSort] = useState<Sort>();
  const [opened, setOpened] = useState({ of: answer, rows: firstRows });
  const room = allLabels ? Infinity : roomFor(innerWidth);
  const table = useMemo(() => resultTable(answer.result, times, unit, room), [answer, times.kind, unit, room]);
  const rows = useMemo(() => table && sortedRows(table, sort), [table, sort]);
  if (!table || !rows) return null;

  const shown = opened.of === answer ? opened.rows : firstRows;
  const next = nextRows(shown, rows.length);
  return (
    <div class="results-table">
      {table.about !== "" && <p class="results-about">{table.about}</p>}
      <div class="results-scroll" role="region" aria-label="Series as a table" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column, k) => (
                <Title
                  key={k}
                  column={column}
                  sort={sort}
                  {...(rows.length > 1 && { onPress: () => setSort(nextSort(column, sort)) })}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row}>
                {table.columns.map(({ kind, texts }, k) => (
                  <Cell key={k} kind={kind} text={texts[row] ?? ""} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown < rows.length && (
        <p class="results-more">
          {shown} of {plural(rows.length, "series", "series")} shown{" "}
          <button type="button" onClick={() => setOpened({ of: answer, rows: next })}>
            {next === rows.length ? `Show all ${rows.length}` : `Show ${next - shown} more`}
          </button>
        </p>
      )}
      {(table.hidden.length > 0 || allLabels) && (
        <p class="results-more">
          {table.hidden.length > 0 && `Not shown: ${table.hidden.map(nameText).join(", ")} `}
          <button type="button" onClick={() => setAllLabels(!allLabels)}>
            {allLabels ? "Fewer labels" : "All labels"}
          </button>
        </p>
      )}
      <CopyButtons answer={answer} />
    </div>
  );
}

/** UTF-16 units of a label's value that stands on one line. */
const longestLine = 60;

function Cell({ kind, text }: Pick<ResultColumn, "kind"> & { readonly text: string }) {
  if (kind === "lines")
    return (
      <td class="results-lines">
        <Lines text={text} />
      </td>
    );
  return <td class={kind === "label" && text.length > longestLine ? "results-long" : `results-${kind}`}>{text}</td>;
}

interface TitleProps {
  readonly column: ResultColumn;
  readonly sort: Sort | undefined;
  /** Missing where there is nothing to sort. */
  readonly onPress?: () => void;
}

function Title({ column: { title, kind, keys }, sort, onPress }: TitleProps) {
  if (title === "") return <td />;
  const direction = keys && isSortedBy({ title, kind }, sort) ? sort?.direction : undefined;
  return (
    <th scope="col" class={`results-${kind}`} aria-sort={direction}>
      {keys && onPress ? (
        <button type="button" onClick={onPress}>
          {title}
          <span class="results-arrow" aria-hidden="true">
            {direction === "ascending" ? "▲" : direction === "descending" ? "▼" : "↕"}
          </span>
        </button>
      ) : (
        title
      )}
    </th>
  );
}
