'use client'

import { nearView } from '@/components/lab/near-view'

export const StageView = nearView(() =>
  import('./stage').then((lab) => lab.Stage),
)
