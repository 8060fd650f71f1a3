'use client'

import { nearView } from '@/components/lab/near-view'
import '@/components/lab/result-table.css'
import './lab.css'

export const InjectionView = nearView(() =>
  import('./lab').then((lab) => lab.InjectionLab),
)
