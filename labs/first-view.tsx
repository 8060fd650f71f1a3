import { recordedOrder } from './place-order/recorded'
import { Stage, type StageMenu } from './place-order/stage'
import '@/components/predict/prediction-card.css'
import '@/components/faults/break-it.css'

/** The stage of the first page, which brings its code along. */
export function FirstView({ menu }: { menu: StageMenu }) {
  return (
    <div className="lab-view">
      <Stage menu={menu} recorded={recordedOrder()} />
    </div>
  )
}
