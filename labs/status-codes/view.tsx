'use client'

import { nearView } from '@/components/lab/near-view'
import './lab.css'

export const StatusCodesView = nearView(() =>
  import('./lab').then((lab) => lab.StatusCodesLab),
)
