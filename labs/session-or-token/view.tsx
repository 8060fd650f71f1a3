'use client'

import { nearView } from '@/components/lab/near-view'

export const SessionOrTokenView = nearView(() =>
  import('./lab').then((lab) => lab.SessionOrTokenLab),
)
