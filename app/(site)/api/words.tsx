import { Fragment } from 'react'

/** A sentence of the contract; what stands between backticks is code. */
export function Words({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, at) =>
      at % 2 === 1 ? (
        <code key={at}>{part}</code>
      ) : (
        <Fragment key={at}>{part}</Fragment>
      ),
    )
}
