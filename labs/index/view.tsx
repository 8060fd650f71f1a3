'use client'

import { nearView } from '@/components/lab/near-view'
import '@/components/lab/pick.css'
import '@/components/plot/plot.css'
import './lab.css'

export const IndexView = nearView(() =>
  import('./lab').then((lab) => lab.IndexLab),
)
