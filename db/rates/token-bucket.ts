import type { Algorithm } from './algorithm'

/**
 * Token bucket: who comes takes a token, and without one is refused. The bucket
 * holds the quota and fills evenly, a quota in every window. So whoever was
 * quiet may come with a burst, and whoever has used it up gets the next token
 * soon, not when some window ends. No clock fills it: what has flowed in since
 * the last token was taken is worked out when somebody comes.
 */
export const tokenBucket: Algorithm = {
  name: 'token bucket',
  isBucket: true,

  first: (quota) => ({ count: 1, before: 0, level: quota - 1 }),

  next(ms) {
    // A clock that was set back lets nothing flow out again.
    const since = 'max(0, excluded.resets_at - resets_at)'
    const had = 'coalesce(level, excluded.quota)'
    const filled = `min(excluded.quota, ${had} + ${since} * excluded.quota / ${ms}.0)`
    // Sums of fractions may miss a whole token by a hair.
    const hasToken = `${filled} > 0.999999`
    return {
      count: hasToken,
      before: '0',
      level: `iif(${hasToken}, max(0, ${filled} - 1), ${had})`,
      passed: hasToken,
      resetsAt: `iif(${hasToken}, excluded.resets_at, min(resets_at, excluded.resets_at))`,
    }
  },

  standing({ level, quota, resetsAt }, ms, now) {
    const sinceMs = Math.max(0, now + ms - resetsAt)
    const tokens = Math.min(quota, (level ?? quota) + (sinceMs * quota) / ms)
    const remaining = Math.floor(tokens)
    const nextMs = ((remaining + 1 - tokens) * ms) / quota
    return { remaining, nextMs, level: tokens }
  },
}
