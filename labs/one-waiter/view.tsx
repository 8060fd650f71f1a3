'use client'

import { nearView } from '@/components/lab/near-view'

export const OneWaiterView = nearView(() =>
  import('./lab').then((lab) => lab.OneWaiterLab),
)
