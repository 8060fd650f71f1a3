'use client'

import { nearView } from '@/components/lab/near-view'
import '@/components/plot/plot.css'
import './lab.css'

export const OneWaiterView = nearView(() =>
  import('./lab').then((lab) => lab.OneWaiterLab),
)
