import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Postgres, type PostgresOutcome, type PostgresState } from './postgres'
import { PostgresAnswer } from './postgres-outcome'
import { postgresTexts } from './postgres-texts'
import type { SqlEditor } from './sql-editor'

type Answered = { sql: string; outcome: PostgresOutcome }

const first = postgresTexts[0]?.sql ?? ''

/** PostgreSQL in the reader's own tab, and an editor to ask it anything. */
export function PostgresCabinet() {
  const [postgres] = useState(() => new Postgres())
  const state = useSyncExternalStore(
    postgres.subscribe,
    () => postgres.state,
    () => postgres.state,
  )
  const heard = useSyncExternalStore(
    postgres.subscribe,
    () => postgres.heard,
    () => postgres.heard,
  )
  const [answered, setAnswered] = useState<Answered | null>(null)
  const editor = useRef<SqlEditor | null>(null)
  useEffect(() => postgres.stop, [postgres])

  async function run() {
    const sql = editor.current?.read() ?? ''
    if (postgres.state.phase !== 'ready' || postgres.state.isRunning) return
    const outcome = await postgres.run(sql)
    setAnswered({ sql, outcome })
  }

  if (state.phase === 'rest' || state.phase === 'failed')
    return <Start state={state} onStart={postgres.start} />
  const isReady = state.phase === 'ready' && !state.isRunning
  return (
    <div className="cab-postgres">
      <p className="cab-note">{factsOf(state)}</p>
      <div className="cab-texts" role="group" aria-label="Put into the editor">
        {postgresTexts.map(({ title, sql }) => (
          <button
            key={title}
            type="button"
            className="button"
            onClick={() => editor.current?.write(sql)}
          >
            {title}
          </button>
        ))}
      </div>
      <Editor onOpen={(opened) => (editor.current = opened)} onRun={run} />
      <Actions
        isReady={isReady}
        isLoading={state.phase === 'loading'}
        onRun={() => void run()}
        onStartOver={() => {
          setAnswered(null)
          postgres.start()
        }}
      />
      <div className="cab-answer">
        {answered ? (
          <PostgresAnswer {...answered} />
        ) : (
          <p className="cab-note">Nothing has been asked yet.</p>
        )}
        {heard.length > 0 && (
          <p className="cab-said">
            Heard on the channel kept_orders, without asking:{' '}
            <b>{heard.at(-1)}</b>
          </p>
        )}
      </div>
      <SpokenLine>{newsOf(state, answered)}</SpokenLine>
    </div>
  )
}

function Start({
  state,
  onStart,
}: {
  state: PostgresState
  onStart: () => void
}) {
  return (
    <div className="cab-start">
      {state.phase === 'failed' && (
        <p className="cab-said is-bad r-fail" role="alert">
          PostgreSQL did not start: {state.message}
        </p>
      )}
      <p>
        The whole server, compiled to WebAssembly, in a thread of this tab. It
        comes from this site and asks for nothing else. It is fetched when you
        press, unpacked about 16 MB, and kept by the browser.
      </p>
      <button type="button" className="button button-solid" onClick={onStart}>
        Load PostgreSQL into this tab
      </button>
    </div>
  )
}

function Actions({
  isReady,
  isLoading,
  onRun,
  onStartOver,
}: {
  isReady: boolean
  isLoading: boolean
  onRun: () => void
  onStartOver: () => void
}) {
  return (
    <p className="cab-actions">
      <button
        type="button"
        className="button button-solid"
        disabled={!isReady}
        onClick={onRun}
      >
        {isLoading ? 'Starting PostgreSQL' : 'Run'}
      </button>
      <button
        type="button"
        className="button"
        disabled={isLoading}
        onClick={onStartOver}
      >
        Start over, empty
      </button>
      <span className="cab-note">Ctrl or Cmd with Enter runs it too.</span>
    </p>
  )
}

function Editor({
  onOpen,
  onRun,
}: {
  onOpen: (editor: SqlEditor | null) => void
  onRun: () => void
}) {
  const host = useRef<HTMLDivElement>(null)
  const latest = useRef({ onOpen, onRun })
  useEffect(() => {
    latest.current = { onOpen, onRun }
  })
  useEffect(() => {
    let opened: SqlEditor | null = null
    let isGone = false
    void import('./sql-editor').then(({ openSqlEditor }) => {
      if (isGone || !host.current) return
      opened = openSqlEditor(host.current, first, () => latest.current.onRun())
      latest.current.onOpen(opened)
    })
    return () => {
      isGone = true
      opened?.destroy()
      latest.current.onOpen(null)
    }
  }, [])
  return <div className="cab-editor" ref={host} />
}

function factsOf(state: PostgresState): string {
  if (state.phase !== 'ready') return 'PostgreSQL is on its way.'
  const { version, startMs, bytes } = state.facts
  const [name = ''] = version.split(/ \(| on /)
  const came =
    bytes > 0
      ? `${(bytes / 1e6).toFixed(1)} MB came over the wire.`
      : 'The browser had it already.'
  return `${name}, by PGlite ${state.facts.package}, was ready after ${(startMs / 1000).toFixed(1)} s. ${came}`
}

function newsOf(state: PostgresState, answered: Answered | null): string {
  if (state.phase === 'rest') return ''
  if (state.phase === 'loading') return 'PostgreSQL is starting.'
  if (state.phase === 'failed') return 'PostgreSQL did not start.'
  if (state.isRunning) return 'Running.'
  if (!answered) return 'PostgreSQL is ready.'
  const { outcome } = answered
  if (outcome.kind === 'refused') return outcome.refusal.message
  if (outcome.kind === 'ended') return 'It was ended, and started anew.'
  const rows = outcome.results.reduce((sum, { rows }) => sum + rows.length, 0)
  return `Done: ${rows} rows.`
}
