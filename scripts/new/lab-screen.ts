import type { Names } from './names'

export function labView({ pascal }: Names): string {
  return `'use client'

import { nearView } from '@/components/lab/near-view'

export const ${pascal}View = nearView(() =>
  import('./lab').then((lab) => lab.${pascal}Lab),
)
`
}

export function labScreen({ kebab, pascal }: Names): string {
  return `import { useState } from 'react'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { useAttempt } from '@/components/lab/use-attempt'
import { isRecord } from '@/components/read-reply'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Status } from '@/components/ui/status'
import type { ${pascal}Answer } from '@/contracts/${kebab}'

const question = { path: '/api/labs/${kebab}', message: { word: 'ramen' } }

/** A word goes to the server, and comes back counted. */
export function ${pascal}Lab() {
  const [reply, setReply] = useState<LabReply<${pascal}Answer> | null>(null)
  const { busy, problem, attempt, tryAgain } = useAttempt<true>()
  const ask = () =>
    attempt(async ({ isMine, work }) => {
      work(true)
      const came = await askLab(question, isAnswer)
      if (isMine()) setReply(came)
    })
  return (
    <LabStage
      front={
        <>
          <button
            type="button"
            className="button button-solid"
            disabled={busy !== null}
            onClick={() => void ask()}
          >
            Ask the server
          </button>
          {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
        </>
      }
      back={
        <>
          <p>
            <Status>
              {reply
                ? \`\${reply.told.word} has \${reply.told.letters} letters.\`
                : 'Nothing was asked yet.'}
            </Status>
          </p>
          <LabTrace traceId={reply?.traceId ?? null} title="What the server did" />
        </>
      }
    />
  )
}

function isAnswer(value: unknown): value is ${pascal}Answer {
  return (
    isRecord(value) &&
    typeof value.word === 'string' &&
    typeof value.letters === 'number'
  )
}
`
}
