'use client'

import { nearView } from '@/components/lab/near-view'

export const WeatherView = nearView(() =>
  import('./lab').then((lab) => lab.WeatherLab),
)
