'use client'

import { nearView } from '@/components/lab/near-view'

export const PowerCutView = nearView(() =>
  import('./lab').then((lab) => lab.PowerCutLab),
)
