'use client'

import { nearView } from '@/components/lab/near-view'

export const WhoMayView = nearView(() =>
  import('./lab').then((lab) => lab.WhoMayLab),
)
