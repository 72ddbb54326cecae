/**
 * Ends the evaluation of a template: `failed` where Go fails as well, `unsupported` where this program does not know what
 * Go prints. It is caught where the evaluation began.
 */
export class TemplateError extends Error {
  readonly kind: "failed" | "unsupported";

  constructor(message: string, kind: "failed" | "unsupported" = "failed") {
    super(message);
    this.name = "TemplateError";
    this.kind = kind;
  }
}
