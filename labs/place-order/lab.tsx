import { recordedOrder } from './recorded'
import type { StageMenu } from './stage'
import { StageView } from './view'

/** The stage, whose code comes when it comes near the screen. */
export function PlaceOrderLab(props: {
  menu: StageMenu
  /** Whether it stands among the words of a chapter. */
  isInFlow?: boolean
}) {
  return <StageView {...props} recorded={recordedOrder()} />
}
