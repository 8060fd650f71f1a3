import { vi } from 'vitest'

/* The whole matrix once more, on a server that records no traces. */
vi.hoisted(() => {
  process.env['TRACING'] = 'off'
})

await import('./matrix.test')
