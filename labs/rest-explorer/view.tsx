'use client'

import { nearView } from '@/components/lab/near-view'

export const RestExplorerView = nearView(() =>
  import('./lab').then((lab) => lab.RestExplorerLab),
)
