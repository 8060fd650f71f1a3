import { errand } from '@/server/http/errand'
import { lookAhead } from '@/server/weather/look-ahead'
import { ourService } from '@/server/weather/service'

/** Learns the weather at the restaurants while somebody is at work here. */
export const lookAtTheSky = errand(({ db, ask }) =>
  lookAhead(db, ask, ourService),
)
