import type { Algorithm } from '@/db/rates/algorithm'

/**
 * Fixed window: so many from one border to the next, and then all anew. Nothing
 * is known of the window before, so around a border two bursts pass. It is what
 * this site had; today it is in this lab only.
 */
export const fixedWindow: Algorithm = {
  name: 'fixed window',
  isBucket: false,

  first: () => ({ count: 1, before: 0, level: null }),

  next(ms) {
    // Its end is a window away at most, unless the clock was set back.
    const isOpen = `excluded.resets_at - resets_at between 0 and ${ms - 1}`
    const fits = 'count < excluded.quota'
    return {
      count: `iif(${isOpen}, count + (${fits}), 1)`,
      before: '0',
      level: 'null',
      passed: `iif(${isOpen}, ${fits}, 1)`,
      resetsAt: `iif(${isOpen}, resets_at, excluded.resets_at)`,
    }
  },

  standing({ quota, count, resetsAt }, _, now) {
    const remaining = Math.max(0, quota - count)
    return { remaining, nextMs: resetsAt - now, level: remaining }
  },
}
