import { LabRecording } from '@/contracts/lab-recordings'
import type { LabName } from '@/labs/labs'
import breakIt from '@/recordings/labs/break-it.json'
import breakTheContract from '@/recordings/labs/break-the-contract.json'
import csrf from '@/recordings/labs/csrf.json'
import encrypt from '@/recordings/labs/encrypt.json'
import engine from '@/recordings/labs/engine.json'
import fiveCabinets from '@/recordings/labs/five-cabinets.json'
import index from '@/recordings/labs/index.json'
import injection from '@/recordings/labs/injection.json'
import jwt from '@/recordings/labs/jwt.json'
import keepOrForget from '@/recordings/labs/keep-or-forget.json'
import lastPortion from '@/recordings/labs/last-portion.json'
import nPlusOne from '@/recordings/labs/n-plus-one.json'
import oauth from '@/recordings/labs/oauth.json'
import oneWaiter from '@/recordings/labs/one-waiter.json'
import passwordStore from '@/recordings/labs/password-store.json'
import placeOrder from '@/recordings/labs/place-order.json'
import pollingOrPush from '@/recordings/labs/polling-or-push.json'
import powerCut from '@/recordings/labs/power-cut.json'
import rateLimit from '@/recordings/labs/rate-limit.json'
import rawRequest from '@/recordings/labs/raw-request.json'
import sessionOrToken from '@/recordings/labs/session-or-token.json'
import restExplorer from '@/recordings/labs/rest-explorer.json'
import restOrGraphql from '@/recordings/labs/rest-or-graphql.json'
import statusCodes from '@/recordings/labs/status-codes.json'
import track from '@/recordings/labs/track.json'
import trustTheBrowser from '@/recordings/labs/trust-the-browser.json'
import twoWindows from '@/recordings/labs/two-windows.json'
import weather from '@/recordings/labs/weather.json'
import webhook from '@/recordings/labs/webhook.json'
import whoMay from '@/recordings/labs/who-may.json'
import writeAndRead from '@/recordings/labs/write-and-read.json'
import xss from '@/recordings/labs/xss.json'

/** `npm run check:content` asks for those of every lab that a chapter shows. */
const kept: Partial<Record<LabName, unknown>> = {
  'break-it': breakIt,
  'break-the-contract': breakTheContract,
  csrf,
  encrypt,
  engine,
  'five-cabinets': fiveCabinets,
  index,
  injection,
  jwt,
  'keep-or-forget': keepOrForget,
  'last-portion': lastPortion,
  'n-plus-one': nPlusOne,
  oauth,
  'one-waiter': oneWaiter,
  'password-store': passwordStore,
  'place-order': placeOrder,
  'polling-or-push': pollingOrPush,
  'power-cut': powerCut,
  'rate-limit': rateLimit,
  'raw-request': rawRequest,
  'session-or-token': sessionOrToken,
  'rest-explorer': restExplorer,
  'rest-or-graphql': restOrGraphql,
  'status-codes': statusCodes,
  track,
  'trust-the-browser': trustTheBrowser,
  'two-windows': twoWindows,
  weather,
  webhook,
  'who-may': whoMay,
  'write-and-read': writeAndRead,
  xss,
}

/** The recorded run of a lab, if it has one. Read on the server only. */
export function recordingOf(lab: LabName): LabRecording | null {
  return kept[lab] === undefined ? null : LabRecording.parse(kept[lab])
}
