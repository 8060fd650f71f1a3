'use client'

import { nearView } from '@/components/lab/near-view'

export const TrustTheBrowserView = nearView(() =>
  import('./lab').then((lab) => lab.TrustTheBrowserLab),
)
