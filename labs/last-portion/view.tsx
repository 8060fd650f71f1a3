'use client'

import { nearView } from '@/components/lab/near-view'

export const LastPortionView = nearView(() =>
  import('./lab').then((lab) => lab.LastPortionLab),
)
