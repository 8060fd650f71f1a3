'use client'

import { nearView } from '@/components/lab/near-view'

export const BreakItView = nearView(() =>
  import('./lab').then((lab) => lab.BreakItLab),
)
