'use client'

import { nearView } from '@/components/lab/near-view'

export const IndexView = nearView(() =>
  import('./lab').then((lab) => lab.IndexLab),
)
