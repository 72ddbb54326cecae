import { useMemo, useRef, useState } from "preact/hooks";
import type { Known } from "./known.js";
import { isToBlame } from "./loss.js";
import { rowOf } from "./part-row.js";
import { headOf } from "./part-text.js";
import type { Part } from "./parts.js";
import { type Move, moveOf, shownParts } from "./rows.js";
import { Sentence } from "../markdown.js";

/** The parts, what is known of them, and which one is chosen. */
export interface PartTreeProps {
  readonly parts: readonly Part[];
  /** So many of them are shown. */
  readonly most: number;
  readonly chosen: number;
  readonly known: Known;
  readonly onChoose: (index: number) => void;
  /** The pointer is over a part, or over none any more. */
  readonly onPoint: (index: number | undefined) => void;
}

/** The parts as a tree of WAI-ARIA, a line for each. */
export function PartTree({ parts, most, chosen, known, onChoose, onPoint }: PartTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  const shown = shownParts(parts, most, closed);

  function move(part: Part, to: Move): void {
    if ("to" in to) {
      onChoose(to.to);
      const row = list.current?.children[shown.findIndex(({ index }) => index === to.to)];
      if (row instanceof HTMLElement) row.focus();
      return;
    }
    onChoose(part.index);
    setClosed(new Set("open" in to ? [...closed].filter((index) => index !== to.open) : [...closed, to.close]));
  }

  return (
    <ul
      class="tree-parts"
      role="tree"
      aria-label="Parts of the query"
      ref={list}
      onMouseLeave={() => onPoint(undefined)}
    >
      {shown.map((part) => (
        <Row
          key={part.index}
          part={part}
          known={known}
          isChosen={part.index === chosen}
          isOpen={!closed.has(part.index)}
          onMove={(to) => move(part, to)}
          onPoint={() => onPoint(part.index)}
          moveOf={(key) => moveOf(key, part, shown, closed)}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly part: Part;
  readonly known: Known;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly onMove: (move: Move) => void;
  readonly onPoint: () => void;
  readonly moveOf: (key: string) => Move | undefined;
}

/** Steps to the right that a line makes at most, since a query may be deeper than a page is wide. */
const deepest = 8;

function Row({ part, known, isChosen, isOpen, onMove, onPoint, moveOf: movesTo }: RowProps) {
  const { index, level, position, parent, operands } = part;
  const states = [part, ...operands].map(known.stateOf);
  const { size, note, looks } = useMemo(
    () => rowOf(part, known),
    [isToBlame(part, known.stateOf), known.causesOf(part), ...states],
  );
  return (
    <li
      class={`tree-part tree-${looks}`}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={parent?.operands.length ?? 1}
      aria-selected={isChosen}
      aria-expanded={operands.length > 0 ? isOpen : undefined}
      tabIndex={isChosen ? 0 : -1}
      style={{ "--level": Math.min(level - 1, deepest) }}
      onClick={() => onMove({ to: index })}
      onMouseEnter={onPoint}
      onKeyDown={(event) => {
        const to = event.ctrlKey || event.altKey || event.metaKey ? undefined : movesTo(event.key);
        if (!to) return;
        event.preventDefault();
        onMove(to);
      }}
    >
      <span
        class="tree-toggle"
        aria-hidden="true"
        onClick={(event) => {
          if (operands.length === 0) return;
          event.stopPropagation();
          onMove(isOpen ? { close: index } : { open: index });
        }}
      >
        {operands.length === 0 ? "" : isOpen ? "▾" : "▸"}
      </span>
      <code class="tree-head">{headOf(part)}</code>
      <span class="tree-size">{size}</span>
      {note !== "" && (
        <span class="tree-note">
          <Sentence text={note} />
        </span>
      )}
    </li>
  );
}
