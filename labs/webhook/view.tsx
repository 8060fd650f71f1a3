'use client'

import { nearView } from '@/components/lab/near-view'

export const WebhookView = nearView(() =>
  import('./lab').then((lab) => lab.WebhookLab),
)
