'use client'

import { nearView } from '@/components/lab/near-view'
import './lab.css'

export const RestOrGraphqlView = nearView(() =>
  import('./lab').then((lab) => lab.RestOrGraphqlLab),
)
