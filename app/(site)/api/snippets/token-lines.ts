/** A sandbox and its token from a terminal alone, kept in a variable. */
export function tokenLines(url: string): string {
  return [
    `export TOKEN=$(curl -s -X POST ${url}/api/sandboxes \\`,
    String.raw`  | sed 's/.*"token":"\([^"]*\)".*/\1/')`,
  ].join('\n')
}
