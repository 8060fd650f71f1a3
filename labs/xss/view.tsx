'use client'

import { nearView } from '@/components/lab/near-view'

export const XssView = nearView(() => import('./lab').then((lab) => lab.XssLab))
