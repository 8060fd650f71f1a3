import { useEffect, useRef, useState } from 'react'
import { endEarlyFile, takeEarlyFile } from '../early-file'
import { importLimits, importOtlp, tooLarge, type Import } from '../import-otlp'

export type TraceFileState =
  | { kind: 'none' }
  | { kind: 'reading'; name: string }
  | { kind: 'failed'; name: string; why: string }
  | {
      kind: 'read'
      name: string
      file: Import
      query: string
    }

type Source = { name: string; query: string; text: () => Promise<string> }

/**
 * The file that the reader drops or chooses, or the one that the address names
 * (`?url=`), which may only be of this site: a page asks nobody else.
 */
export function useTraceFile() {
  const [state, setState] = useState<TraceFileState>({ kind: 'none' })
  const [isOver, setIsOver] = useState(false)

  async function show(name: string, opening: Promise<TraceFileState>) {
    setState({ kind: 'reading', name })
    setState(await opening)
  }
  const open = (file: File) =>
    show(
      file.name,
      readSource({ name: file.name, query: '', text: () => textOf(file) }),
    )

  useDrop(setIsOver, (file) => void open(file))
  useNamedFile((source, opening) => void show(source.name, opening))
  const isOpened = state.kind === 'read' || state.kind === 'failed'
  useEffect(() => {
    if (isOpened) endEarlyFile()
    return endEarlyFile
  }, [isOpened])
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

async function readSource(source: Source): Promise<TraceFileState> {
  const { name, query, text } = source
  try {
    const file = importOtlp(await text())
    return 'error' in file
      ? { kind: 'failed', name, why: file.error }
      : { kind: 'read', name, file, query }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', name, why }
  }
}

async function textOf(file: File): Promise<string> {
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

/** The file that the address names, as soon as anything here runs. */
const early = typeof window === 'undefined' ? null : openNamed()

function openNamed() {
  const query = window.location.search
  const named = new URLSearchParams(query).get('url')
  if (window.location.pathname !== '/trace' || named === null) return null
  const name = named.split(/[/\\?#]/).findLast((part) => part !== '') ?? named
  const source = { name, query, text: () => fetchOwn(named) }
  return { source, opening: readSource(source) }
}

let isEarlyUsed = false

function useNamedFile(
  onNamed: (source: Source, opening: Promise<TraceFileState>) => void,
) {
  const latest = useRef(onNamed)
  useEffect(() => {
    latest.current = onNamed
  })
  useEffect(() => {
    const isEarly = early?.source.query === window.location.search
    const named = isEarly && !isEarlyUsed ? early : openNamed()
    isEarlyUsed = true
    if (named) latest.current(named.source, named.opening)
  }, [])
}

async function fetchOwn(named: string): Promise<string> {
  const url = new URL(named, window.location.href)
  if (url.origin !== window.location.origin)
    throw new Error('An address in the link may only lead to this very site.')
  const reply = await (takeEarlyFile(url) ?? fetch(url))
  if (!reply.ok) throw new Error(`The site answered with ${reply.status}.`)
  return reply.text()
}
