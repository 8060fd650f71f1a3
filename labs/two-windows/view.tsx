'use client'

import { nearView } from '@/components/lab/near-view'
import './lab.css'

export const TwoWindowsView = nearView(() =>
  import('./lab').then((lab) => lab.TwoWindowsLab),
)
