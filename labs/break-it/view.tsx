'use client'

import { nearView } from '@/components/lab/near-view'
import '@/components/faults/break-it.css'
import './lab.css'

export const BreakItView = nearView(() =>
  import('./lab').then((lab) => lab.BreakItLab),
)
