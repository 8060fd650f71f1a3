'use client'

import { nearView } from '@/components/lab/near-view'

export const EncryptView = nearView(() =>
  import('./lab').then((lab) => lab.EncryptLab),
)
