'use client'

import { nearView } from '@/components/lab/near-view'
import '@/components/wire/bytes-view.css'
import './lab.css'

export const RawRequestView = nearView(() =>
  import('./lab').then((lab) => lab.RawRequestLab),
)
