'use client'

import { nearView } from '@/components/lab/near-view'

export const PollingOrPushView = nearView(() =>
  import('./lab').then((lab) => lab.PollingOrPushLab),
)
