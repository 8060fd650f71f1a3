import GithubSlugger from 'github-slugger'

/** A part of a chapter: what stands before its first heading has no id. */
export type Passage = { id: string; title: string; text: string }

/** The words of a chapter under the heading where a reader finds them. */
export function passagesOf(mdx: string): Passage[] {
  const slugger = new GithubSlugger()
  const passages: Passage[] = [{ id: '', title: '', text: '' }]
  let isCode = false
  for (const line of withoutElements(mdx).split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) {
      isCode = !isCode
      continue
    }
    const [, marks, heading = ''] = /^(#{1,6}) (.+)$/.exec(line) ?? []
    const last = passages.at(-1)
    if (isCode || marks === undefined) {
      if (last) last.text += `${isCode ? line : plain(line)} `
      continue
    }
    const title = plain(heading)
    passages.push({ id: slugger.slug(title), title, text: '' })
  }
  return passages.map(({ text, ...place }) => ({ ...place, text: tidy(text) }))
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** A line of prose without its marks. */
function plain(line: string): string {
  return line
    .replace(/^\s*(>|[-*+]|\d+\.)\s+/, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*|[`*|]|(?<!\w)_|_(?!\w)/g, '')
    .trim()
}

/** Elements go, their children and the titles that they show stay. */
function withoutElements(mdx: string): string {
  let text = ''
  for (let at = 0; at < mdx.length;) {
    if (mdx.startsWith('```', at)) {
      const end = endOf(mdx, '```', at + 3)
      text += mdx.slice(at, end)
      at = end
    } else if (mdx[at] === '`') {
      const end = endOf(mdx, '`', at + 1)
      text += mdx.slice(at, end)
      at = end
    } else if (/^<\/?[A-Za-z]/.test(mdx.slice(at, at + 3))) {
      const end = endOfElement(mdx, at)
      text += shownBy(mdx.slice(at, end))
      at = end
    } else if (mdx[at] === '{') at = endOfBraces(mdx, at)
    else text += mdx[at++]
  }
  return text
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}

function endOfElement(mdx: string, from: number): number {
  for (let at = from; at < mdx.length; at++) {
    if (mdx[at] === '{') at = endOfBraces(mdx, at) - 1
    else if (mdx[at] === '"') at = endOf(mdx, '"', at + 1) - 1
    else if (mdx[at] === '>') return at + 1
  }
  return mdx.length
}

function endOfBraces(mdx: string, from: number): number {
  let depth = 0
  for (let at = from; at < mdx.length; at++) {
    if (mdx[at] === '{') depth++
    else if (mdx[at] === '}' && --depth === 0) return at + 1
  }
  return mdx.length
}

function shownBy(element: string): string {
  return [...element.matchAll(/\b(?:title|caption|picture)="([^"]*)"/g)]
    .map(([, words = '']) => `${words}. `)
    .join('')
}
