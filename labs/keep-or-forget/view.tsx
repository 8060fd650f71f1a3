'use client'

import { nearView } from '@/components/lab/near-view'
import './lab.css'

export const KeepOrForgetView = nearView(() =>
  import('./lab').then((lab) => lab.KeepOrForgetLab),
)
