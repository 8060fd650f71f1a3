import type { ReactNode } from 'react'
import { firstMenu } from '@/content/first-menu'
import type { LabName } from '@/labs/labs'
import { labViews } from '@/labs/views'

const {
  'break-it': BreakIt,
  engine: Engine,
  'five-cabinets': FiveCabinets,
  injection: Injection,
  'last-portion': LastPortion,
  index: Index,
  'n-plus-one': NPlusOne,
  'write-and-read': WriteAndRead,
  'place-order': PlaceOrder,
  'polling-or-push': PollingOrPush,
  track: Track,
  'trust-the-browser': TrustTheBrowser,
  'two-windows': TwoWindows,
  'power-cut': PowerCut,
  'raw-request': RawRequest,
  'status-codes': StatusCodes,
  'keep-or-forget': KeepOrForget,
  'one-waiter': OneWaiter,
  weather: Weather,
  webhook: Webhook,
  'rest-explorer': RestExplorer,
  oauth: Oauth,
  'rest-or-graphql': RestOrGraphql,
  'rate-limit': RateLimit,
  'password-store': PasswordStore,
  jwt: Jwt,
  'session-or-token': SessionOrToken,
  'break-the-contract': BreakTheContract,
  'who-may': WhoMay,
  xss: Xss,
  csrf: Csrf,
  encrypt: Encrypt,
} = labViews

/** Every lab as it is shown, with what it is given. */
export const shownLabs: Record<LabName, ReactNode> = {
  'password-store': <PasswordStore />,
  'rate-limit': <RateLimit />,
  'rest-explorer': <RestExplorer />,
  oauth: <Oauth />,
  encrypt: <Encrypt />,
  csrf: <Csrf />,
  xss: <Xss />,
  'who-may': <WhoMay />,
  'rest-or-graphql': <RestOrGraphql />,
  jwt: <Jwt />,
  'session-or-token': <SessionOrToken />,
  'break-the-contract': <BreakTheContract />,
  webhook: <Webhook />,
  weather: <Weather />,
  'place-order': <PlaceOrder menu={firstMenu} />,
  'last-portion': <LastPortion />,
  'break-it': <BreakIt menu={firstMenu} />,
  track: <Track />,
  'polling-or-push': <PollingOrPush menu={firstMenu} />,
  'trust-the-browser': <TrustTheBrowser />,
  'two-windows': <TwoWindows />,
  engine: <Engine />,
  'power-cut': <PowerCut />,
  injection: <Injection />,
  'raw-request': <RawRequest />,
  'status-codes': <StatusCodes />,
  'keep-or-forget': <KeepOrForget />,
  index: <Index />,
  'one-waiter': <OneWaiter />,
  'five-cabinets': <FiveCabinets />,
  'n-plus-one': <NPlusOne />,
  'write-and-read': <WriteAndRead menu={firstMenu} />,
}

/** The same among the words of a chapter, where a lab has no header of its own. */
export const labsInFlow: Record<LabName, ReactNode> = {
  ...shownLabs,
  'place-order': <PlaceOrder menu={firstMenu} isInFlow />,
}

const whole: readonly LabName[] = ['place-order']

/** A stage brings its own header and heading along. */
export function isWhole(lab: LabName): boolean {
  return whole.includes(lab)
}
