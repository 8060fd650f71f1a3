'use client'

import { nearView } from '@/components/lab/near-view'

export const WriteAndReadView = nearView(() =>
  import('./lab').then((lab) => lab.WriteAndReadLab),
)
