/** Runs a module that the user has written, by its URL; the promise fails where the module does. */
export function importProgram(url: string): Promise<unknown> {
  return import(url);
}
