import { autocompletion, type CompletionSource } from "@codemirror/autocomplete";
import { defaultHighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { formatKeymap } from "./format-keymap.js";
import { promqlHover } from "./hover.js";
import { promqlLanguage } from "./language.js";
import { promqlLinter } from "./linter.js";
import { type PromqlOptions, promqlOptions } from "./options.js";
import { promqlTheme } from "./theme.js";

/**
 * PromQL for an editor: colours, diagnostics with their fixes, completion, documentation below the pointer, formatting. An
 * extension that stands before it, or around it, may replace any of its parts.
 */
export function promql(options: PromqlOptions = {}): Extension {
  return [
    promqlOptions.of(options),
    promqlLanguage,
    syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
    promqlLanguage.data.of({ autocomplete: completeKnown }),
    promqlLanguage.data.of({ autocomplete: completeFromSource }),
    autocompletion(),
    promqlLinter(options.lintDelay),
    promqlHover(),
    promqlTheme,
    keymap.of([...formatKeymap, ...lintKeymap]),
  ];
}

const completeKnown: CompletionSource = async (context) => (await import("./whole-query.js")).completeKnown(context);

const completeFromSource: CompletionSource = async (context) =>
  (await import("./whole-query.js")).completeFromSource(context);
