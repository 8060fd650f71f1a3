import type { WireMessage } from '@/contracts/trace'
import { parseJson } from '@/components/parse-json'
import { isRecord } from '@/components/read-reply'

export type Facts = ReadonlyMap<string, string>

/** `/api/identity/authorize?scope=…` of a request's first line. */
export function targetOf({ startLine }: WireMessage): URL {
  // A masked value has spaces in it.
  const [, target = '/'] = /^\S+ (.*?)(?: HTTP\S*)?$/.exec(startLine) ?? []
  return new URL(target, 'http://here')
}

export function statusOf({ startLine }: WireMessage): number {
  return Number(/^HTTP\S* (\d{3})/.exec(startLine)?.[1] ?? 0)
}

/** A header field; the first, where there are several. */
export function fieldOf(message: WireMessage, name: string): string | null {
  const found = message.headers.find(([key]) => key.toLowerCase() === name)
  return found?.[1] ?? null
}

/** The cookies that a reply sets, by name; removed ones are left out. */
export function cookiesOf(message: WireMessage): Facts {
  return new Map(
    message.headers
      .filter(
        ([name, value]) =>
          name.toLowerCase() === 'set-cookie' && !/max-age=0/i.test(value),
      )
      .map(([, value]): [string, string] => {
        const [pair = ''] = value.split(';')
        const at = pair.indexOf('=')
        return [pair.slice(0, at).replace('__Host-', ''), pair.slice(at + 1)]
      })
      .filter(([, value]) => value !== ''),
  )
}

/** What a message says by name: in its address, its form, or its JSON. */
export function factsOf(message: WireMessage): Facts {
  const facts = new Map<string, string>()
  const isRequest = !message.startLine.startsWith('HTTP')
  const address = isRequest ? targetOf(message) : leadsTo(message)
  const add = (parameters: URLSearchParams) => {
    for (const [name, value] of parameters) facts.set(name, value)
  }
  if (address) add(address.searchParams)
  const type = fieldOf(message, 'content-type') ?? ''
  const { body } = message
  if (body === null) return facts
  if (type.includes('x-www-form-urlencoded')) add(new URLSearchParams(body))
  const json = type.includes('json') ? parseJson(body) : null
  if (isRecord(json))
    for (const [name, value] of Object.entries(json))
      if (typeof value === 'string' || typeof value === 'number')
        facts.set(name, String(value))
  return facts
}

/** Where a reply sends the browser: by its head, or by an address in its body. */
export function leadsTo(message: WireMessage): URL | null {
  const location = fieldOf(message, 'location')
  if (location !== null) return addressOf(location)
  const body = message.body === null ? null : parseJson(message.body)
  const url = isRecord(body) && typeof body.url === 'string' ? body.url : null
  return url === null ? null : addressOf(url)
}

function addressOf(text: string): URL | null {
  return URL.canParse(text, 'http://here') ? new URL(text, 'http://here') : null
}
