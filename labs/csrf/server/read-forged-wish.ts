import { ForgedWish } from '@/contracts/csrf-lab'
import { readText, validate } from '@/server/http/read-json'

const limitBytes = 1024

/**
 * What is wanted, in whichever form it comes: a query, a form, text or JSON.
 * Whoever reads a body without asking for its type reads forms of other sites.
 */
export async function readForgedWish(request: Request): Promise<ForgedWish> {
  if (request.method === 'GET') return wishIn(new URL(request.url).searchParams)

  const text = await readText(request, limitBytes)
  return wishIn(new URLSearchParams(asForm(text)))
}

function wishIn(form: URLSearchParams): ForgedWish {
  return validate(Object.fromEntries(form), ForgedWish)
}

/** `{"email":"…"}` says the same as `email=…`. */
function asForm(text: string): string {
  const [, email] = /^\{"email":"([^"\\]*)"\}$/.exec(text) ?? []
  return email === undefined ? text : `email=${encodeURIComponent(email)}`
}
