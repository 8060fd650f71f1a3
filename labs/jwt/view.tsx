'use client'

import { nearView } from '@/components/lab/near-view'

export const JwtView = nearView(() => import('./lab').then((lab) => lab.JwtLab))
