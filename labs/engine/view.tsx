'use client'

import { nearView } from '@/components/lab/near-view'
import './lab.css'

export const EngineView = nearView(() =>
  import('./lab').then((lab) => lab.EngineLab),
)
