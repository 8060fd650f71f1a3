import { beforeAll, expect, test } from 'vitest'
import { POST as review } from '@/app/api/labs/engine/reviews/route'
import { POST as signIn } from '@/app/api/labs/engine/sign-in/route'
import { POST as order } from '@/app/api/orders/route'
import { GET as readTrace } from '@/app/api/traces/[traceId]/route'
import { Trace } from '@/contracts/trace'
import {
  startTestBackend,
  TestCaller,
  type Handler,
} from '@/server/http/testing'
import { spanStore } from '@/tracing/span-store'
import { bodyOf, pedals, type Choices, type Pedal } from './pedals'
import { skeletonOf, stations, type Skeleton } from './skeleton'
import { answerOf, sentenceOf } from './verdict'

const doors: Record<Pedal, Handler> = { 'sign-in': signIn, review, order }
const choices: Choices = { hasRightPassword: true, review: 'Fine.' }

let guest: TestCaller
beforeAll(async () => {
  await startTestBackend()
  guest = await TestCaller.make()
})

/** Presses a button on the real backend, and reads the way that it took. */
async function wayOf(pedal: Pedal, chosen = choices): Promise<Skeleton> {
  const reply = await guest.call(doors[pedal], {
    method: 'POST',
    body: bodyOf(pedal, chosen),
  })
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  await spanStore().flush()
  const read = await guest.call(readTrace, { params: { traceId } })
  const timing = reply.headers.get('server-timing') ?? ''
  const told = [...timing.matchAll(/desc="([^"]+)"/g)].map(
    ([, name = '']) => name,
  )
  const { spans } = Trace.parse(await read.json())
  // As long as steps are missing that the reply told of, it is not whole.
  expect(skeletonOf(spans.slice(0, 3), told)).toBeNull()
  const skeleton = skeletonOf(spans, told)
  if (!skeleton) throw new Error(`The trace of ${pedal} has no end`)
  return skeleton
}

test('the three doors pass the same six stations, and their stays make up the whole', async () => {
  const skeletons: Partial<Record<Pedal, Skeleton>> = {}
  for (const pedal of pedals) skeletons[pedal] = await wayOf(pedal)
  for (const skeleton of Object.values(skeletons)) {
    expect(skeleton.status).toBe(201)
    const stays = stations.map((station) => skeleton.stays[station])
    expect(stays).not.toContain(null)
    const sum = stays.reduce((all, stay) => all + (stay?.ms ?? 0), 0)
    expect(sum).toBeGreaterThan(0)
    expect(sum).toBeLessThanOrEqual(skeleton.totalMs + 0.01)
  }
  expect(answerOf(skeletons)?.ids).toEqual(['who', 'read', 'decide', 'write'])
  expect(answerOf(skeletons)?.said).toMatch(/^6 of 6 stations/)
})

test('a wrong password ends at the decision: nothing is written, and the answer is given all the same', async () => {
  const wrong = await wayOf('sign-in', { ...choices, hasRightPassword: false })
  expect(wrong.status).toBe(401)
  expect(wrong.stays.decide?.isFailed).toBe(true)
  expect(wrong.stays.write).toBeNull()
  expect(wrong.stays.answer).not.toBeNull()
  const skeletons = {
    'sign-in': wrong,
    review: await wayOf('review'),
    order: await wayOf('order'),
  }
  expect(answerOf(skeletons)?.ids).toEqual(['who', 'read', 'decide'])
  const reply = { status: 201, said: '', traceId: null, steps: [] }
  const runs = { 'sign-in': reply, review: reply, order: reply }
  expect(sentenceOf(runs, skeletons)).toContain('never came to “Write”')
})

test('a trace that has not ended yet has no way to show', () => {
  expect(skeletonOf([], [])).toBeNull()
  expect(answerOf({})).toBeNull()
})
