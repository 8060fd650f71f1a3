'use client'

import { nearView } from '@/components/lab/near-view'

export const BreakTheContractView = nearView(() =>
  import('./lab').then((lab) => lab.BreakTheContractLab),
)
