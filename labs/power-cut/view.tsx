'use client'

import { nearView } from '@/components/lab/near-view'
import './lab.css'

export const PowerCutView = nearView(() =>
  import('./lab').then((lab) => lab.PowerCutLab),
)
