let site = ''

/** Where the file was taken from: the links in it lead there. */
export function setSite(origin: string): void {
  site = origin
}

/** An address of the site as it is reached from a file. */
export function atHome(href: string): string {
  return href.startsWith('/') ? site + href : href
}
