import { useEffect, useRef, useState } from 'react'
import type { Import } from '../import-otlp'
import type { Replay } from './replay'

export type TraceFileState =
  | { kind: 'none' }
  | { kind: 'reading'; name: string }
  | { kind: 'failed'; name: string; why: string }
  | {
      kind: 'read'
      name: string
      file: Import
      query: string
      /** The replay's own code, which is loaded while the file is read. */
      Replay: typeof Replay
    }

type Source = { name: string; query: string; text: () => Promise<string> }

/**
 * The file that the reader drops or chooses, or the one that the address names
 * (`?url=`), which may only be of this site: a page asks nobody else.
 */
export function useTraceFile() {
  const [state, setState] = useState<TraceFileState>({ kind: 'none' })
  const [isOver, setIsOver] = useState(false)

  async function read({ name, query, text }: Source) {
    setState({ kind: 'reading', name })
    try {
      const [{ importOtlp }, { Replay }, content] = await Promise.all([
        import('../import-otlp'),
        import('./replay'),
        text(),
      ])
      const file = importOtlp(content)
      if ('error' in file) setState({ kind: 'failed', name, why: file.error })
      else setState({ kind: 'read', name, file, query, Replay })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      setState({ kind: 'failed', name, why })
    }
  }
  const open = (file: File) =>
    read({ name: file.name, query: '', text: () => textOf(file) })

  useDrop(setIsOver, (file) => void open(file))
  useNamedFile((source) => void read(source))
  return {
    state,
    isOver,
    open,
    close: () => {
      window.history.replaceState(null, '', window.location.pathname)
      setState({ kind: 'none' })
    },
  }
}

async function textOf(file: File): Promise<string> {
  const { importLimits, tooLarge } = await import('../import-otlp')
  if (file.size > importLimits.bytes) throw new Error(tooLarge)
  return file.text()
}

function useDrop(
  onOver: (isOver: boolean) => void,
  onFile: (file: File) => void,
) {
  const latest = useRef({ onOver, onFile })
  useEffect(() => {
    latest.current = { onOver, onFile }
  })
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault()
      latest.current.onOver(true)
    }
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) latest.current.onOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      latest.current.onOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) latest.current.onFile(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
}

function useNamedFile(onNamed: (source: Source) => void) {
  const latest = useRef(onNamed)
  useEffect(() => {
    latest.current = onNamed
  })
  useEffect(() => {
    const query = window.location.search
    const named = new URLSearchParams(query).get('url')
    if (named === null) return
    latest.current({
      name: named.split(/[/\\?#]/).findLast((part) => part !== '') ?? named,
      query,
      text: () => fetchOwn(named),
    })
  }, [])
}

async function fetchOwn(named: string): Promise<string> {
  const url = new URL(named, window.location.href)
  if (url.origin !== window.location.origin)
    throw new Error('An address in the link may only lead to this very site.')
  const reply = await fetch(url)
  if (!reply.ok) throw new Error(`The site answered with ${reply.status}.`)
  return reply.text()
}
