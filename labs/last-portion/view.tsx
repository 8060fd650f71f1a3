'use client'

import { nearView } from '@/components/lab/near-view'
import './lab.css'

export const LastPortionView = nearView(() =>
  import('./lab').then((lab) => lab.LastPortionLab),
)
