'use client'

import { nearView } from '@/components/lab/near-view'

export const InjectionView = nearView(() =>
  import('./lab').then((lab) => lab.InjectionLab),
)
