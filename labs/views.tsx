import dynamic from 'next/dynamic'
import type { LabName } from './labs'

/** The view of every lab, each in a chunk of its own. */
export const labViews = {
  'place-order': dynamic(() =>
    import('./place-order/lab').then((lab) => lab.PlaceOrderLab),
  ),
} satisfies Record<LabName, unknown>
