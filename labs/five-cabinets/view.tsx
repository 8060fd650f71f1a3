'use client'

import { nearView } from '@/components/lab/near-view'

export const FiveCabinetsView = nearView(() =>
  import('./lab').then((lab) => lab.FiveCabinetsLab),
)
