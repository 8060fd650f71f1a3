'use client'

import { nearView } from '@/components/lab/near-view'

export const RestOrGraphqlView = nearView(() =>
  import('./lab').then((lab) => lab.RestOrGraphqlLab),
)
