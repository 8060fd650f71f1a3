import { expect, test } from 'vitest'
import { env } from '@/env'
import { wayHome } from './way-home'

const here = env.publicUrl

test('a sign-in ends in the lesson that it began in', () => {
  expect(wayHome('/labs/oauth')).toBe(`${here}/labs/oauth`)
  expect(wayHome(`${here}/learn/security`)).toBe(`${here}/learn/security`)
})

test.each([
  '',
  '/',
  '/account',
  '/labs/../api/auth/signout',
  '/labs/oauth?next=//evil.example',
  '//evil.example/labs/oauth',
  'https://evil.example/labs/oauth',
  `${here}.evil.example/labs/oauth`,
  `${here}@evil.example/labs/oauth`,
  '/labs/oauth\n',
  'javascript:alert(1)',
])('a sign-in that is to end at %j ends at the account', (asked) => {
  expect(wayHome(asked)).toBe(`${here}/account`)
})
