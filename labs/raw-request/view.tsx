'use client'

import { nearView } from '@/components/lab/near-view'

export const RawRequestView = nearView(() =>
  import('./lab').then((lab) => lab.RawRequestLab),
)
