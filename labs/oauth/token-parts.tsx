import { Icon } from '@/components/ui/icon'
import { parseJson } from '@/components/parse-json'
import { isRecord } from '@/components/read-reply'
import type { Hop, HopKind } from './hops'
import { factsOf, type Facts } from './message-facts'

const none: Facts = new Map()

/**
 * The ID token in its three parts. The token itself is masked in every trace;
 * what stands in it is known from what the client holds it against.
 */
export function TokenParts({ hops }: { hops: readonly Hop[] }) {
  const asked = factsIn(hops, 'authorize')
  const issuer = factsIn(hops, 'discovery').get('issuer')
  const person = factsIn(hops, 'who')
  const key = keyIn(hops)
  if (!factsIn(hops, 'tokens').has('id_token') || !key) return null
  const payload = {
    iss: issuer,
    aud: asked.get('client_id'),
    sub: person.get('sub'),
    nonce: asked.get('nonce'),
  }
  const checks = [
    ['Signature', `${key.alg} fits`],
    ['Audience', asked.get('client_id') ?? ''],
    ['Nonce', 'the one sent'],
  ] as const
  return (
    <div className="oauth-token">
      <h4>What has to be in it</h4>
      <dl>
        <div>
          <dt>Header</dt>
          <dd>{JSON.stringify({ alg: key.alg, kid: key.kid })}</dd>
        </div>
        <div>
          <dt>Payload</dt>
          <dd>
            {Object.entries(payload).map(([name, value]) => (
              <span key={name}>
                {`"${name}": `}
                <b>{JSON.stringify(value)}</b>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>Signature</dt>
          <dd>made with a key that only the provider holds</dd>
        </div>
      </dl>
      <ul>
        {checks.map(([name, value]) => (
          <li key={name}>
            <b>
              <Icon name="check" size={15} />
              {name}
            </b>
            <span>{value}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function factsIn(hops: readonly Hop[], kind: HopKind): Facts {
  const hop = hops.find((one) => one.kind === kind)
  const message = hop?.answer ?? hop?.message
  return message ? factsOf(message) : none
}

/** The key that signs now: the list holds that of the next period as well. */
function keyIn(hops: readonly Hop[]): { alg: string; kid: string } | null {
  const body = hops.find(({ kind }) => kind === 'keys')?.answer?.body
  const json = body ? parseJson(body) : null
  const keys = isRecord(json) && Array.isArray(json.keys) ? json.keys : []
  const key: unknown = keys[0]
  if (!isRecord(key)) return null
  return { alg: String(key.alg), kid: `${String(key.kid).slice(0, 10)}…` }
}
