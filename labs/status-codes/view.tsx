'use client'

import { nearView } from '@/components/lab/near-view'

export const StatusCodesView = nearView(() =>
  import('./lab').then((lab) => lab.StatusCodesLab),
)
