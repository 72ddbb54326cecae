/** What differs, and which way to look. Texts of the server stand in it as they came. */
export interface Words {
  readonly message: string;
  readonly help?: string;
}
