type LeftOut = { pointer: string; count: number }

/** A body that is longer than this is cut to be read, not scrolled. */
const longest = 1_400
/** A list of this many is left as it is: pairs are not lists. */
const fewItems = 2
/** A text longer than this is cut within. */
const longestText = 160

/**
 * A JSON value short enough to be shown: of a long list its first item is kept,
 * and a member that is a book of its own stands empty. What is left out is told
 * by its JSON pointer, so that nobody takes the rest for the whole.
 */
export function keepSome(body: unknown): {
  value: unknown
  leftOut: LeftOut[]
} {
  const leftOut: LeftOut[] = []
  if (JSON.stringify(body).length <= longest)
    return { value: concealed(body), leftOut }
  return {
    value: concealed(withoutBulk(cut(body, '', leftOut), leftOut)),
    leftOut,
  }
}

/** What is still too long stands empty, with the number of its members. */
function withoutBulk(value: unknown, leftOut: LeftOut[]): unknown {
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([name, member]) => {
    if (!isObject(member) || JSON.stringify(member).length <= longest)
      return [name, member]
    const below = (at: LeftOut) => at.pointer.startsWith(`/${name}/`)
    leftOut.splice(0, leftOut.length, ...leftOut.filter((at) => !below(at)))
    leftOut.push({ pointer: `/${name}`, count: Object.keys(member).length })
    return [name, {}]
  })
  return Object.fromEntries(members)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function cut(value: unknown, pointer: string, leftOut: LeftOut[]): unknown {
  if (Array.isArray(value)) {
    const isLong = value.length > fewItems
    if (isLong) leftOut.push({ pointer, count: value.length - 1 })
    const kept: unknown[] = isLong ? value.slice(0, 1) : value
    return kept.map((item, at) => cut(item, `${pointer}/${at}`, leftOut))
  }
  if (typeof value === 'string' && value.length > longestText)
    return `${value.slice(0, longestText)}…`
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      cut(member, `${pointer}/${name}`, leftOut),
    ]),
  )
}

/** A token or a signature in a body, masked like anywhere else. */
function concealed(value: unknown): unknown {
  if (typeof value === 'string' && /^v1,[\w+/]{40,}=*$/.test(value))
    return masked('webhook-signature', value)
  if (Array.isArray(value)) return value.map(concealed)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) =>
      /^(\w+_|csrf)?token$/i.test(name)
        ? [name, masked('authorization', String(member))]
        : [name, concealed(member)],
    ),
  )
}

/** Secrets as traces show them: their end and their length. */
export function masked(field: string, text: string): string {
  if (field === 'location')
    return text.replace(
      /([?&]code=)([^&]+)/,
      (_, name, code) => `${name}…${code.slice(-4)}`,
    )
  if (!/^(authorization|set-cookie|webhook-signature)$/.test(field)) return text
  const [, name = '', secret = '', rest = ''] =
    /^([\w-]+=)?([^;]*)(.*)$/.exec(text) ?? []
  return `${name}…${secret.slice(-4)} (${secret.length} characters)${rest}`
}
