'use client'

import { nearView } from '@/components/lab/near-view'

export const CsrfView = nearView(() =>
  import('./lab').then((lab) => lab.CsrfLab),
)
