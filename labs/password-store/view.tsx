'use client'

import { nearView } from '@/components/lab/near-view'

export const PasswordStoreView = nearView(() =>
  import('./lab').then((lab) => lab.PasswordStoreLab),
)
