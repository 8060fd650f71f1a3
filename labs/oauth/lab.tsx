import { useEffect, useRef } from 'react'
import { LabBet } from '@/components/lab/lab-bet'
import { Pick } from '@/components/lab/pick'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Icon } from '@/components/ui/icon'
import { attackedHouses, protections } from '@/contracts/oauth-lab-choices'
import { HopPanel } from './hop-panel'
import { Intro } from './intro'
import { attackPlaces, ownPlaces } from './lanes'
import { LanesView } from './lanes-view'
import { Transport } from './transport'
import { useHops } from './use-hops'
import { useSignIns } from './use-sign-ins'
import { answerOf, question, sentenceOf } from './verdict'
import { houseWords, modeWords } from './words'

const modes = ['own', ...protections] as const

/** A sign-in, hop by hop, and attacks on one that lacks a protection. */
export function OauthLab() {
  const signIns = useSignIns()
  const { mode, house, attacked, traceId, busy, isBack } = signIns
  const spans = useTraceSpans(traceId)
  const places = mode === 'own' ? ownPlaces : attackPlaces
  const hops = useHops(spans, traceId, places)
  const sentence = sentenceOf(signIns, hops.hops)
  const stage = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isBack) stage.current?.scrollIntoView({ block: 'start' })
  }, [isBack])
  const tried = mode === 'own' ? {} : (attacked[mode] ?? {})
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answerOf(attacked)}
          isLocked={busy === 'attacking' || attacked.pkce?.real !== undefined}
          onAgain={signIns.clear}
        />
      </div>
      <div className="lab-stage oauth" ref={stage}>
        <div className="lab-bar front">
          <Pick
            label="Show"
            options={modes.map((value) => ({ value, text: modeWords[value] }))}
            value={mode}
            isDisabled={busy !== null}
            onPick={signIns.choose}
          />
          <button type="button" className="button" onClick={signIns.reset}>
            <Icon name="retry" size={15} />
            Reset
          </button>
        </div>
        <Intro signIns={signIns} sentence={sentence} />
        {tried.twin && tried.real && (
          <div className="oauth-which front">
            <Pick
              label="Hops of the attack on"
              options={attackedHouses.map((value) => ({
                value,
                text: houseWords[value],
              }))}
              value={house}
              onPick={signIns.look}
            />
          </div>
        )}
        <Transport {...hops} />
        <div className="oauth-main">
          <LanesView hops={hops} places={places} />
          <div className="oauth-side">
            <HopPanel hops={hops} spans={spans} />
            {traceId && (
              <p className="oauth-way back">
                <a href={`/trace/${traceId}`}>Open the trace</a>
              </p>
            )}
          </div>
        </div>
      </div>
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
