import { judge, sentenceOf } from './judge'
import { Rows } from './rows'
import { Statement } from './statement'
import { Tables } from './tables'
import type { Found } from './use-search'

/** What came of one way: the statement, its rows, and the tables afterwards. */
export function Outcome({
  found,
  words,
}: {
  found: Found | undefined
  words: string
}) {
  if (!found) return <p className="caged-rest">Not searched yet.</p>
  const { told } = found
  const { statement, parameters, results, tables, ranMs } = told
  const judged = judge(told, words)
  const isFine = judged.verdict === 'meant'
  return (
    <div className="caged-outcome">
      <Statement {...{ statement, parameters, words }} />
      <p className={isFine ? 'caged-said' : 'caged-said is-bad r-fail'}>
        {sentenceOf(told, judged)}
      </p>
      <h5>Rows that came back</h5>
      <Rows results={results} words={words} />
      <h5>Tables afterwards</h5>
      <Tables tables={tables} />
      <p className="caged-none">
        It ran for {ranMs.toFixed(ranMs < 10 ? 1 : 0)} ms in its cage.
      </p>
    </div>
  )
}
