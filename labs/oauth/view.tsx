'use client'

import { nearView } from '@/components/lab/near-view'
import '@/components/lab/pick.css'
import './lab.css'
import './lanes.css'

export const OauthView = nearView(() =>
  import('./lab').then((lab) => lab.OauthLab),
)
