import type { OauthOutcome, OauthTrial } from '@/contracts/oauth-lab'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'

/** An attack by two browsers; they are played by the server. */
export function sendAttack(trial: OauthTrial): Promise<LabReply<OauthOutcome>> {
  return askLab({ path: '/api/labs/oauth', message: trial }, isOutcome)
}

function isOutcome(body: unknown): body is OauthOutcome {
  return (
    isRecord(body) &&
    (body.browser === 'guest' || body.browser === 'attacker') &&
    (body.signedInAs === null || typeof body.signedInAs === 'string')
  )
}
