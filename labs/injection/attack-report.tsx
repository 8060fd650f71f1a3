import { DemoLabel } from '@/components/ui/demo-label'
import { attack } from './attack-tool'

/** What a tool that attackers use finds at our doors. */
export function AttackReport() {
  return (
    <details className="caged-attack">
      <summary>What a real attack tool finds here</summary>
      <p>
        <DemoLabel kind="recorded" /> {attack.tool}, {attack.recordedOn}. It
        tries statements by the hundred and compares the answers. It was let
        loose on both searches, and on doors of the real API.
      </p>
      <dl>
        {attack.findings.map(({ door, isInjectable, said }) => (
          <div key={door} className={isInjectable ? 'is-found r-fail' : ''}>
            <dt>{door}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
