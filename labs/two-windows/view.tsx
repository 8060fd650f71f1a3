'use client'

import { nearView } from '@/components/lab/near-view'

export const TwoWindowsView = nearView(() =>
  import('./lab').then((lab) => lab.TwoWindowsLab),
)
