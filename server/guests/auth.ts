import NextAuth from 'next-auth'
import { env } from '@/env'
import { assume } from './assume'
import { NodeReply } from './node-reply'
import { authOptions, type SignInContext } from './auth-options'

/** What somebody asks of the sign-in library: `callback/identity`, say. */
export type AuthQuestion = {
  method: string
  action: string
  provider?: string
  headers: Headers
  query: URLSearchParams
  body: ReadonlyMap<string, string>
}

/** What it answers, and who has signed in by that, if somebody has. */
export type AuthAnswer = {
  status: number
  headers: Headers
  body: unknown
  account: string | null
}

type Context = Omit<SignInContext, 'onSignIn'>

/**
 * Asks next-auth, by the interface it has for handlers of Node. That it is
 * next-auth is known in this folder only, so that it can be replaced.
 */
export async function askAuth(
  context: Context,
  question: AuthQuestion,
): Promise<AuthAnswer> {
  let account: string | null = null
  const onSignIn = (id: string) => (account = id)
  const answer = new NodeReply()
  const options = authOptions({ ...context, onSignIn })
  const request: unknown = requestOf(question)
  assume<never>(request)
  await NextAuth(request, shown(answer), options)

  const { statusCode: status, headers, body } = answer
  return { status, headers, body, account }
}

function shown(answer: unknown): never {
  assume<never>(answer)
  return answer
}

function requestOf({ action, provider, ...asked }: AuthQuestion) {
  const { method, headers, query, body } = asked
  const nextauth = provider === undefined ? [action] : [action, provider]
  const { host, protocol } = new URL(env.publicUrl)
  const cookies = (headers.get('cookie') ?? '').split(/; */).map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at), decoded(pair.slice(at + 1))]
  })
  return {
    method,
    query: { ...Object.fromEntries(query), nextauth },
    body: Object.fromEntries(body),
    cookies: Object.fromEntries(cookies),
    // Never the Host that a caller names: links lead to the public address.
    headers: {
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.slice(0, -1),
    },
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
