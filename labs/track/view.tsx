'use client'

import { nearView } from '@/components/lab/near-view'
import '@/components/delivery/sides.css'
import '@/components/members/ticket.css'
import './track.css'

export const TrackView = nearView(() =>
  import('./lab').then((lab) => lab.TrackLab),
)
