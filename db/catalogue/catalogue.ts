import { cedarTable } from './cedar-table'
import { copperGriddle } from './copper-griddle'
import { fornoRosa } from './forno-rosa'
import { lanternNoodleHouse } from './lantern-noodle-house'
import { saffronYard } from './saffron-yard'
import { secondRiseBakery } from './second-rise-bakery'
import { sushiKiku } from './sushi-kiku'
import { taqueriaMaravilla } from './taqueria-maravilla'
import type { CatalogueRestaurant } from './types'

/** Every restaurant of Plateful, in the order in which they are listed. */
export const catalogue: CatalogueRestaurant[] = [
  lanternNoodleHouse,
  fornoRosa,
  taqueriaMaravilla,
  saffronYard,
  sushiKiku,
  copperGriddle,
  cedarTable,
  secondRiseBakery,
]
