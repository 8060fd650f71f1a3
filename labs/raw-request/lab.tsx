'use client'

import { useState } from 'react'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { SpokenLine } from '@/components/trace/spoken-line'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { AnswerSide } from './answer-side'
import { Composer } from './composer'
import { presets, type Preset } from './presets'
import { useSending } from './use-sending'
import { questionFor, runAnswer, sentenceOf } from './words'

const [first] = presets

/** A line ends with these two bytes (RFC 9112, section 2.2). */
function withCrLf(text: string): string {
  return text.replaceAll('\n', '\r\n')
}

/** A request written by hand, and the bytes of the answer. */
export function RawRequestLab() {
  const [preset, setPreset] = useState(first)
  const [text, setText] = useState(first?.text ?? '')
  const [hasCrLf, setHasCrLf] = useState(true)
  const [round, setRound] = useState(0)
  const { isSending, exchange, problem, send, clear } = useSending()
  const sentence = sentenceOf(exchange, isSending)
  if (!preset) return null

  function startFrom(chosen: Preset) {
    clear()
    setPreset(chosen)
    setText(chosen.text)
    setHasCrLf(true)
    setRound(round + 1)
  }
  /** An answer belongs to the message as it was sent. */
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      clear()
    }
  const isOwn = text !== preset.text || !hasCrLf
  const press = () => send(hasCrLf ? withCrLf(text) : text)
  const front = (
    <>
      <Composer
        preset={preset}
        text={text}
        hasCrLf={hasCrLf}
        onPreset={startFrom}
        onText={changed(setText)}
        onCrLf={changed(setHasCrLf)}
      />
      <LabBet
        key={`${preset.id} ${round}`}
        question={questionFor(preset)}
        answer={exchange && runAnswer(preset, exchange)}
        isLocked={isSending}
        onAgain={clear}
      />
      <button
        type="button"
        className="button button-solid raw-send"
        disabled={isSending || text === ''}
        onClick={press}
      >
        {isSending ? 'Sending …' : 'Send these bytes'}
      </button>
      {problem && (
        <ProblemNotice words={problem} onTryAgain={press} onMend={clear} />
      )}
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
  return (
    <div className="raw-lab">
      <LabStage
        bar={
          <Bar sentence={sentence} onReset={() => startFrom(first ?? preset)} />
        }
        front={front}
        back={
          <AnswerSide exchange={exchange} why={isOwn ? null : preset.why} />
        }
      />
    </div>
  )
}

function Bar({ sentence, onReset }: { sentence: string; onReset: () => void }) {
  return (
    <>
      <span>{sentence}</span>
      <button type="button" className="button" onClick={onReset}>
        Start over
      </button>
    </>
  )
}
