'use client'

import { nearView } from '@/components/lab/near-view'
import './lab.css'

export const TrustTheBrowserView = nearView(() =>
  import('./lab').then((lab) => lab.TrustTheBrowserLab),
)
