import { markWords, type Piece } from './mark-words'

const marks: Record<Piece['kind'], string> = {
  ours: '',
  swallowed: 'is-swallowed',
  text: 'is-text',
  code: 'is-code',
  comment: 'is-code',
}

/** What the database received, with what was typed marked in it. */
export function Statement({
  statement,
  parameters,
  words,
}: {
  statement: string
  parameters: readonly string[]
  words: string
}) {
  const pieces = markWords(tidy(statement), words)
  return (
    <div className="caged-statement r-data">
      <pre aria-label="The statement as the database received it">
        <code>
          {pieces.map(({ kind, text }, at) => {
            const mark = marks[kind]
            if (mark === '') return text
            return kind === 'swallowed' ? (
              <s key={at} className={mark}>
                {text}
              </s>
            ) : (
              <mark key={at} className={mark}>
                {text}
              </mark>
            )
          })}
        </code>
      </pre>
      {parameters.length > 0 && (
        <p>
          <span>Beside it, as a value:</span>{' '}
          <code>
            %<mark className="is-text">{words}</mark>%
          </code>
        </p>
      )}
      <Key pieces={pieces} hasParameters={parameters.length > 0} />
    </div>
  )
}

/** The source indents its lines further than a narrow column can show. */
function tidy(statement: string): string {
  return statement.replace(/\n {2,}(?=WHERE on_menu)/, '\n')
}

function Key({
  pieces,
  hasParameters,
}: {
  pieces: Piece[]
  hasParameters: boolean
}) {
  const kinds = new Set(pieces.map(({ kind }) => kind))
  return (
    <ul className="caged-key">
      {(kinds.has('text') || hasParameters) && (
        <li>
          <mark className="is-text">typed</mark> and still text
        </li>
      )}
      {(kinds.has('code') || kinds.has('comment')) && (
        <li>
          <mark className="is-code">typed</mark> and now code
        </li>
      )}
      {kinds.has('swallowed') && (
        <li>
          <s className="is-swallowed">ours</s> and now a comment
        </li>
      )}
    </ul>
  )
}
