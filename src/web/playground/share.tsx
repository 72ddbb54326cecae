import { useEffect, useState } from "preact/hooks";
import { isCopied } from "../clipboard.js";
import { hashOf } from "../route.js";
import type { ChosenTimes } from "./chosen-times.js";
import { linkTo } from "./link.js";

/** What a link to the playground holds: no server, and no result. */
export interface ShareProps {
  readonly query: string;
  readonly times: ChosenTimes;
}

type Copied = { readonly kind: "copied" } | { readonly kind: "shown"; readonly link: string };

/** Copies a link that shows a query again, or shows it where the browser does not let it be copied. */
export function Share({ query, times }: ShareProps) {
  const [copied, setCopied] = useState<Copied>();
  useEffect(() => setCopied(undefined), [query, times]);
  const link = linkTo(location.href, hashOf({ view: "playground", query, times }));
  const copy = async (text: string) =>
    setCopied((await isCopied(text)) ? { kind: "copied" } : { kind: "shown", link: text });
  return (
    <div class="playground-share">
      <span class="playground-quiet" role="status">
        {link === undefined && "The query is too long for a link."}
        {copied?.kind === "copied" && "Copied. Whoever opens it sees the query, and runs it."}
      </span>
      <button
        type="button"
        aria-disabled={link === undefined}
        onClick={() => {
          if (link !== undefined) void copy(link);
        }}
      >
        Copy link
      </button>
      {copied?.kind === "shown" && (
        <label class="playground-link">
          Copy this link:
          <input readOnly value={copied.link} onFocus={({ currentTarget }) => currentTarget.select()} />
        </label>
      )}
    </div>
  );
}
