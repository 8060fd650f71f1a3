import { expect, test } from 'vitest'
import { env } from '@/env'
import { NoProcessesError, requireProcesses } from './require-processes'

test('a server may start processes, a function is told that it may not', () => {
  const { onVercel } = env
  try {
    env.onVercel = false
    expect(requireProcesses).not.toThrow()
    env.onVercel = true
    expect(requireProcesses).toThrow(NoProcessesError)
  } finally {
    env.onVercel = onVercel
  }
})
