'use client'

import { nearView } from '@/components/lab/near-view'

export const NPlusOneView = nearView(() =>
  import('./lab').then((lab) => lab.NPlusOneLab),
)
