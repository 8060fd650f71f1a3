'use client'

import { nearView } from '@/components/lab/near-view'
import '@/components/delivery/amount-picker.css'
import '@/components/lab/pick.css'
import './lab.css'

export const WriteAndReadView = nearView(() =>
  import('./lab').then((lab) => lab.WriteAndReadLab),
)
