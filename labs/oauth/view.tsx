'use client'

import { nearView } from '@/components/lab/near-view'

export const OauthView = nearView(() =>
  import('./lab').then((lab) => lab.OauthLab),
)
