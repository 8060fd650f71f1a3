'use client'

import { nearView } from '@/components/lab/near-view'
import '@/components/lab/pick.css'
import './lab.css'

export const WhoMayView = nearView(() =>
  import('./lab').then((lab) => lab.WhoMayLab),
)
