import { BreakItView } from './break-it/view'
import { BreakTheContractView } from './break-the-contract/view'
import { CsrfView } from './csrf/view'
import { EncryptView } from './encrypt/view'
import { EngineView } from './engine/view'
import { FiveCabinetsView } from './five-cabinets/view'
import { InjectionView } from './injection/view'
import { KeepOrForgetView } from './keep-or-forget/view'
import { IndexView } from './index/view'
import { NPlusOneView } from './n-plus-one/view'
import type { LabName } from './labs'
import { JwtView } from './jwt/view'
import { LastPortionView } from './last-portion/view'
import { PasswordStoreView } from './password-store/view'
import { PlaceOrderLab } from './place-order/lab'
import { PollingOrPushView } from './polling-or-push/view'
import { RateLimitView } from './rate-limit/view'
import { RawRequestView } from './raw-request/view'
import { RestExplorerView } from './rest-explorer/view'
import { RestOrGraphqlView } from './rest-or-graphql/view'
import { SessionOrTokenView } from './session-or-token/view'
import { StatusCodesView } from './status-codes/view'
import { TrackView } from './track/view'
import { TrustTheBrowserView } from './trust-the-browser/view'
import { TwoWindowsView } from './two-windows/view'
import { PowerCutView } from './power-cut/view'
import { OauthView } from './oauth/view'
import { OneWaiterView } from './one-waiter/view'
import { WeatherView } from './weather/view'
import { WebhookView } from './webhook/view'
import { WhoMayView } from './who-may/view'
import { WriteAndReadView } from './write-and-read/view'
import { XssView } from './xss/view'
import '@/components/trace/inspector-code.css'
import './labs.css'

/** The view of every lab; its code comes when the lab comes near the screen. */
export const labViews = {
  'place-order': PlaceOrderLab,
  'break-it': BreakItView,
  track: TrackView,
  'polling-or-push': PollingOrPushView,
  'trust-the-browser': TrustTheBrowserView,
  'two-windows': TwoWindowsView,
  'power-cut': PowerCutView,
  injection: InjectionView,
  'last-portion': LastPortionView,
  engine: EngineView,
  'raw-request': RawRequestView,
  'status-codes': StatusCodesView,
  'keep-or-forget': KeepOrForgetView,
  index: IndexView,
  'one-waiter': OneWaiterView,
  'five-cabinets': FiveCabinetsView,
  'n-plus-one': NPlusOneView,
  'write-and-read': WriteAndReadView,
  weather: WeatherView,
  'session-or-token': SessionOrTokenView,
  jwt: JwtView,
  webhook: WebhookView,
  'rest-explorer': RestExplorerView,
  oauth: OauthView,
  'rest-or-graphql': RestOrGraphqlView,
  'rate-limit': RateLimitView,
  'password-store': PasswordStoreView,
  'break-the-contract': BreakTheContractView,
  'who-may': WhoMayView,
  xss: XssView,
  csrf: CsrfView,
  encrypt: EncryptView,
} satisfies Record<LabName, unknown>
