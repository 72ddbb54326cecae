/** Something that was named and could not be read. */
export interface Unread {
  readonly path: string;
  /** Why, and what to do. */
  readonly reason: string;
}

/** Why something could not be read, by the code of the error. */
export function reasonOf(code: string): string {
  return reasons[code] ?? `cannot be read (${code})`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  ENOTDIR: "no such file or folder",
  EACCES: "permission denied: make it readable for this user",
  EPERM: "permission denied: make it readable for this user",
  EISDIR: "is a folder",
  ELOOP: "is a symbolic link that leads in a circle",
  ENAMETOOLONG: "is a name that is too long",
};

/** The code of an error of the file system, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
