/** The ends of the files that are taken from a folder; a file that is named itself may end in anything. */
export const extensions: readonly string[] = ["yaml", "yml", "json", "promql", "md"];
