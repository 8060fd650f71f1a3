import { expect, test } from 'vitest'
import recording from '@/recordings/contract-messages.json'
import { contractChanges } from '@/contracts/break-the-contract-choices'
import { stampOf } from './stamp'

test('the compiler’s messages are those of the phone and the contract of today', () => {
  // Else: npm run record:contract-messages
  expect(recording.of).toBe(stampOf(process.cwd()))
  expect(recording.label).toBe('recorded')
  expect(Object.keys(recording.messages)).toEqual([...contractChanges])
})
