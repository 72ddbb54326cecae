import { useEffect, useRef, useState } from "preact/hooks";

/** What a button does that asks first. */
export interface AskFirstProps {
  readonly label: string;
  readonly question: string;
  /** What agrees to it. */
  readonly yes: string;
  /** What declines it. */
  readonly no: string;
  readonly onYes: () => void;
}

/** A button that becomes a question, and does nothing before that has been answered. */
export function AskFirst({ label, question, yes, no, onYes }: AskFirstProps) {
  const [isAsking, setIsAsking] = useState(false);
  const wasUsed = useRef(false);
  const first = useRef<HTMLButtonElement>(null);
  // What had the focus is gone, in both directions.
  useEffect(() => {
    if (wasUsed.current) first.current?.focus();
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button ref={first} type="button" onClick={() => ask(true)}>
        {label}
      </button>
    );
  }
  return (
    <span class="course-question" role="group" aria-label={question}>
      <span>{question}</span>
      <button ref={first} type="button" onClick={agree}>
        {yes}
      </button>
      <button type="button" onClick={() => ask(false)}>
        {no}
      </button>
    </span>
  );

  function agree(): void {
    ask(false);
    onYes();
  }

  function ask(isAsked: boolean): void {
    wasUsed.current = true;
    setIsAsking(isAsked);
  }
}
