'use client'

import { nearView } from '@/components/lab/near-view'
import './lab.css'
import './lab-figures.css'

export const PollingOrPushView = nearView(() =>
  import('./lab').then((lab) => lab.PollingOrPushLab),
)
