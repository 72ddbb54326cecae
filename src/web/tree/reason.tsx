import { Sentence } from "../markdown.js";

/** Why something is as it is, and what to do. */
export interface ReasonProps {
  readonly message: string;
  readonly help?: string | undefined;
}

/** A reason, and behind it what to do. */
export function Reason({ message, help }: ReasonProps) {
  return (
    <>
      <Sentence text={message} />
      {help !== undefined && (
        <span class="tree-help">
          {"; "}
          <Sentence text={help} />
        </span>
      )}
    </>
  );
}
