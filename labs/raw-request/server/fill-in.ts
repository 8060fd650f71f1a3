import { blanks, lettersBlank, longestMessage } from '@/contracts/raw-message'
import type { RawMessage } from '@/contracts/raw-request'
import type { Guest } from '@/server/guests/require-guest'
import { ProblemError } from '@/server/http/errors'
import { believedField } from '@/server/http/own-address'
import { cookieFor, makeToken } from '@/server/sandbox/credentials'

/** The bytes of a message, once all that was left open is filled in. */
export async function fillIn(
  guest: Guest,
  { text }: RawMessage,
): Promise<Buffer> {
  const token = await tokenForAMinute(guest)
  const [cookie = ''] = cookieFor(token).split(';')
  const whole = text
    .replaceAll(blanks.cookie, cookie)
    .replaceAll(blanks.token, token)
    .replaceAll(lettersBlank, (_, count) => 'a'.repeat(Number(count)))
  requireHarmless(whole)

  const length = Buffer.byteLength(bodyOf(whole))
  return Buffer.from(whole.replaceAll(blanks.bodyLength, String(length)))
}

/** Whoever reads it off the wire has little of it. */
function tokenForAMinute({ sandbox, member }: Guest): Promise<string> {
  const expires = Math.floor(Date.now() / 1000) + 60
  return makeToken(sandbox, expires, member?.id ?? null)
}

/** All that follows the first empty line. */
function bodyOf(message: string): string {
  const [, end = ''] = /(\r?\n\r?\n)/.exec(message) ?? []
  return end === '' ? '' : message.slice(message.indexOf(end) + end.length)
}

/** A circle, another caller's address, and too much are not sent. */
function requireHarmless(message: string): void {
  if (Buffer.byteLength(message) > longestMessage)
    refuse(`A message has ${longestMessage} bytes at most.`)
  if (message.split(/\s+/).some(leadsHere) || namesHere(message))
    refuse('This door does not knock at itself: it would never come back.')

  const field = believedField()
  const lines = message.toLowerCase().split(/[\r\n]+/)
  if (field && lines.some((line) => line.startsWith(field)))
    refuse(`Only the proxy in front of this server may say ${field}.`)
}

/** Whether a target leads to this door, by whatever way it goes there. */
function leadsHere(target: string): boolean {
  const own = 'http://own'
  return URL.canParse(target, own) && namesHere(new URL(target, own).pathname)
}

/** `%72aw` is `raw`, at an address. */
function namesHere(text: string): boolean {
  const plain = text.replaceAll(/%([0-7][0-9a-f])/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return /labs\/+raw-request/i.test(plain)
}

function refuse(detail: string): never {
  throw new ProblemError('validation-failed', detail, {
    errors: [{ pointer: '/text', detail }],
  })
}
