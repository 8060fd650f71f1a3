'use client'

import { nearView } from '@/components/lab/near-view'

export const EngineView = nearView(() =>
  import('./lab').then((lab) => lab.EngineLab),
)
