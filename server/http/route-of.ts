/** What Next knows of the address by which a handler was reached. */
export type RouteContext = {
  params: Promise<Record<string, string | string[] | undefined>>
}

/** Every bracketed part there is: `/api/orders/[id]` gives `id`. */
export const noParams = {
  id: '',
  slug: '',
  traceId: '',
  hash: '',
  part: '',
  run: '',
}
export type PathParams = typeof noParams

/** The parts of the path in brackets. */
export async function paramsOf(
  route: RouteContext | undefined,
): Promise<Record<string, string>> {
  const given = await route?.params
  return Object.fromEntries(
    Object.entries(given ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

/** The path with its variable parts in braces: low in number, as a name should be. */
export async function routeOf(
  pathname: string,
  route: RouteContext | undefined,
): Promise<string> {
  let path = pathname
  for (const [name, value] of Object.entries(await paramsOf(route)))
    path = path.replace(`/${encodeURIComponent(value)}`, `/{${name}}`)
  return path
}
