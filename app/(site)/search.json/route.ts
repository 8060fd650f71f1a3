import { siteEntries } from '../search/site-entries'

/** Written by the build, loaded by a page when its search is first opened. */
export const dynamic = 'force-static'

export function GET() {
  return Response.json(siteEntries())
}
