/** The longest file that is read, in UTF-16 units: 16 Mi. */
export const maxFileSize = 16 * 1024 * 1024;
