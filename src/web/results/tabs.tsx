import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";

/** One of several views, of which one is shown. */
export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
}

/** What tabs show, and whom they tell of a choice. */
export interface TabsProps<Id extends string> {
  /** Read to those who do not see that the tabs belong together. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The view that is selected. */
  readonly children: ComponentChildren;
}

/** Tabs above a panel, which keys move between. Source: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Id>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const place = keyedPlace(
      event.key,
      tabs.findIndex((tab) => tab.id === selected),
      tabs.length,
    );
    const tab = place === undefined ? undefined : tabs[place];
    if (place === undefined || !tab || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelectorAll("button")[place]?.focus();
  };
  return (
    <>
      <div class="results-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === selected}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div class="results-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} tabIndex={0}>
        {children}
      </div>
    </>
  );
}

/** The place to which a key leads from another one; nothing for a key that leads nowhere. */
function keyedPlace(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (from + 1) % count;
    case "ArrowLeft":
      return (from - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
