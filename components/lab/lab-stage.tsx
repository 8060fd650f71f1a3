import type { ReactNode } from 'react'

/**
 * The two sides of a lab with the pass between them: on the left what runs in
 * the browser, on the right what the server did. It takes the width it is
 * given, and stacks where that is little.
 */
export function LabStage({
  front,
  back,
  bar,
  below,
}: {
  front: ReactNode
  back: ReactNode
  /** What was run, in one line, and the way back to the start. */
  bar?: ReactNode
  /** Full width, under both sides. */
  below?: ReactNode
}) {
  return (
    <div className="lab-stage">
      {bar && <div className="lab-bar front">{bar}</div>}
      <div className="lab-sides">
        <div className="lab-front front">{front}</div>
        <div className="lab-pass" aria-hidden="true" />
        <div className="lab-back back">{back}</div>
      </div>
      {below && <div className="lab-below front">{below}</div>}
    </div>
  )
}
