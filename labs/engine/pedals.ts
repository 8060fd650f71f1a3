import { demoAccount } from '@/contracts/demo-account'
import { pageDish } from '@/contracts/page-dish'
import { ApiProblemError } from '@/components/api-errors'
import { randomUuid } from '@/components/browser-trace'
import { jsonRequest } from '@/components/json-request'
import { isRecord } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'

/** Three buttons that look as if they had nothing in common. */
export const pedals = ['sign-in', 'review', 'order'] as const
export type Pedal = (typeof pedals)[number]

export const pedalNames: Record<Pedal, string> = {
  'sign-in': 'Log in',
  review: 'Post a comment',
  order: 'Buy',
}

const paths: Record<Pedal, string> = {
  'sign-in': '/api/labs/engine/sign-in',
  review: '/api/labs/engine/reviews',
  order: '/api/orders',
}

/** What the reader may choose before pressing. */
export type Choices = { hasRightPassword: boolean; review: string }

export const wrongPassword = 'first helping'

/** What came back, in words, and the trace of how. */
export type Reply = {
  status: number
  said: string
  traceId: string | null
  /** The steps that the server says it took (Server-Timing). */
  steps: string[]
}

/** Sends what the button stands for. A refusal is an answer as well. */
export async function press(pedal: Pedal, choices: Choices): Promise<Reply> {
  try {
    const { status, body, headers, traceId } = await sendRequest(
      paths[pedal],
      jsonRequest('POST', bodyOf(pedal, choices), fieldsOf(pedal)),
    )
    return {
      status,
      said: saidIn(pedal, body),
      traceId,
      steps: stepsIn(headers),
    }
  } catch (error) {
    const isAnswer =
      error instanceof ApiProblemError &&
      error.is('wrong-password', 'validation-failed', 'sold-out')
    if (!isAnswer) throw error
    const { problem, traceId, response } = error
    const { status, detail } = problem
    const steps = stepsIn(new Headers(response.headers))
    return { status, said: detail, traceId, steps }
  }
}

export function bodyOf(pedal: Pedal, choices: Choices): object {
  if (pedal === 'sign-in')
    return choices.hasRightPassword
      ? demoAccount
      : { ...demoAccount, password: wrongPassword }
  const { dish, restaurant } = pageDish
  return pedal === 'review'
    ? { dish, text: choices.review }
    : { restaurant, lines: [{ dish, quantity: 1 }] }
}

function fieldsOf(pedal: Pedal): Record<string, string> {
  return pedal === 'order' ? { 'idempotency-key': randomUuid() } : {}
}

function saidIn(pedal: Pedal, body: unknown): string {
  if (!isRecord(body)) return ''
  if (pedal === 'sign-in')
    return `${String(body.name)} is signed in for an hour.`
  if (pedal === 'review') return `Kept: “${String(body.text)}”`
  const { total } = body
  const amount = isRecord(total) ? Number(total.amount) : 0
  return `Order ${String(body.id).slice(0, 10)}… for $${(amount / 100).toFixed(2)}.`
}

function stepsIn(headers: Headers): string[] {
  const told = headers.get('server-timing') ?? ''
  return [...told.matchAll(/desc="([^"]+)"/g)].map(([, name = '']) => name)
}
