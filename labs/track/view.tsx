'use client'

import { nearView } from '@/components/lab/near-view'

export const TrackView = nearView(() =>
  import('./lab').then((lab) => lab.TrackLab),
)
