/** Copies a text, and tells whether that was done: a page that came by http from another machine has no clipboard, and a browser may refuse it. */
export async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
