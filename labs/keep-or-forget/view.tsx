'use client'

import { nearView } from '@/components/lab/near-view'

export const KeepOrForgetView = nearView(() =>
  import('./lab').then((lab) => lab.KeepOrForgetLab),
)
