'use client'

import { nearView } from '@/components/lab/near-view'

export const RateLimitView = nearView(() =>
  import('./lab').then((lab) => lab.RateLimitLab),
)
