/** Longer texts are not coloured: on text that is not PromQL, the highlighting parser takes time out of all proportion. */
export const highlightLimit = 30_000;

/** On longer texts no rule is run: they would hold up typing. What a server rejects is still told. */
export const rulesLimit = 20_000;

/** On longer texts nothing is told or completed. */
export const editorLimit = 100_000;
