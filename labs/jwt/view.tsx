'use client'

import { nearView } from '@/components/lab/near-view'
import '@/components/lab/pick.css'
import '@/components/trace/inspector-code.css'
import './lab.css'

export const JwtView = nearView(() => import('./lab').then((lab) => lab.JwtLab))
