import { expect, test } from 'vitest'
import type { OauthOutcome } from '@/contracts/oauth-lab'
import { answerOf, endingOf } from './verdict'

const attacker = (signedInAs: string | null): OauthOutcome => ({
  browser: 'attacker',
  signedInAs,
})
const onPlateful = (signedInAs: string | null) =>
  answerOf({ pkce: { real: { told: attacker(signedInAs), traceId: null } } })

test('the bet is answered by who is signed in at Plateful afterwards', () => {
  expect(answerOf({})).toBeNull()
  expect(
    answerOf({ pkce: { twin: { told: attacker('Mara'), traceId: null } } }),
  ).toBeNull()
  expect(onPlateful(null)?.ids).toEqual(['refused'])
  expect(onPlateful('Mara')?.ids).toEqual(['in'])
  expect(onPlateful('Mallory')?.ids).toEqual(['himself'])
})

test('an ending says whose browser is whose', () => {
  expect(endingOf(attacker('Mara'))).toBe(
    'Mallory’s browser is signed in as Mara.',
  )
  expect(endingOf(attacker(null))).toBe(
    'In Mallory’s browser nobody is signed in.',
  )
})
