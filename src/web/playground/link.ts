/** Characters of a link: longer ones are cut or refused where people send them to each other. */
const maxLinkLength = 8_000;

/** The address of the page with another part behind `#`; nothing where that is too long. */
export function linkTo(page: string, hash: string): string | undefined {
  const link = page.replace(/#.*$/s, "") + hash;
  return link.length <= maxLinkLength ? link : undefined;
}
