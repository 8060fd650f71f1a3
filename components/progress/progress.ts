/** What a reader has done, kept in this browser; an account may know it, too. */
export type Progress = Record<string, ChapterProgress>

type ChapterProgress = {
  /** The sections that were read to their end. */
  sections: string[]
  /** The questions of the check, and whether they were answered right. */
  answers: Record<string, boolean>
}

const progressKey = 'progress'
const changed = 'progress-changed'
const nothing: ChapterProgress = { sections: [], answers: {} }

export function progressOf(progress: Progress, slug: string): ChapterProgress {
  return progress[slug] ?? nothing
}

/** Kept text as progress; what makes no sense counts as nothing. */
export function parseProgress(text: string | null): Progress {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (!isRecord(value)) return {}
    return Object.fromEntries(
      Object.entries(value).flatMap(([slug, one]) =>
        isRecord(one)
          ? [
              [
                slug,
                {
                  sections: textsOf(one.sections),
                  answers: verdictsOf(one.answers),
                },
              ],
            ]
          : [],
      ),
    )
  } catch {
    return {}
  }
}

function keptText(): string | null {
  try {
    return localStorage.getItem(progressKey)
  } catch {
    return null
  }
}

let read: { text: string | null; progress: Progress } | null = null

/** The progress kept here: the same object until something is noted. */
export function keptProgress(): Progress {
  const text = keptText()
  if (read?.text !== text) read = { text, progress: parseProgress(text) }
  return read.progress
}

/** Notes that a section was read, or a question answered. */
export function noteProgress(
  slug: string,
  change: (before: ChapterProgress) => ChapterProgress,
): void {
  const progress = keptProgress()
  const before = progressOf(progress, slug)
  const after = change(before)
  if (after !== before) keep({ ...progress, [slug]: after })
}

/** Takes in what was read elsewhere; what stands here stays. */
export function mergeProgress(other: Progress): void {
  const merged = { ...keptProgress() }
  for (const [slug, { sections, answers }] of Object.entries(other)) {
    const here = progressOf(merged, slug)
    merged[slug] = {
      sections: [...new Set([...here.sections, ...sections])],
      answers: { ...answers, ...here.answers },
    }
  }
  keep(merged)
}

export function resetProgress(): void {
  keep({})
}

function keep(progress: Progress): void {
  const text = JSON.stringify(progress)
  if (text === keptText()) return
  try {
    localStorage.setItem(progressKey, text)
  } catch {
    // A browser that keeps nothing: then the page forgets, and works.
  }
  dispatchEvent(new Event(changed))
}

export function onProgress(listen: () => void): () => void {
  addEventListener(changed, listen)
  addEventListener('storage', listen)
  return () => {
    removeEventListener(changed, listen)
    removeEventListener('storage', listen)
  }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one) => typeof one === 'string')
    : []
}

function verdictsOf(value: unknown): Record<string, boolean> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, one]) =>
      typeof one === 'boolean' ? [[id, one]] : [],
    ),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
