/**
 * Source text in pieces of a few kinds, for scripts/make-manifest.ts. Shiki
 * reads the grammar; its theme here names kinds where others name colours, so
 * that each surface of the site sets them in weights and greys of its own.
 */
import { createHighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import typescript from 'shiki/langs/typescript.mjs'
import type { SourceRegion } from '@/contracts/trace'

export type Piece = SourceRegion['lines'][number][number]
export type Line = Piece[]
export type Kind = NonNullable<Piece[1]>

/** From where to where in a file's text, in characters. */
export type Stretch = { start: number; end: number }

const colours = {
  '#000001': 'keyword',
  '#000002': 'string',
  '#000003': 'comment',
  '#000004': 'faint',
} as const
const plain = '#000000'

const theme = {
  name: 'kinds',
  settings: [
    { settings: { foreground: plain, background: '#ffffff' } },
    setting('#000001', [
      'keyword.control',
      'keyword.operator.expression',
      'keyword.operator.new',
      'storage.type',
      'storage.modifier',
      'constant.language',
      'variable.language',
    ]),
    setting('#000002', ['string']),
    setting('#000003', ['comment']),
    // What TypeScript adds for the compiler: a reader may pass over it.
    setting('#000004', [
      'meta.type.annotation',
      'meta.return.type',
      'meta.type.parameters',
    ]),
    setting(plain, ['meta.template.expression', 'storage.type.function.arrow']),
  ],
}

function setting(foreground: string, scope: string[]) {
  return { scope, settings: { foreground } }
}

/** A function that cuts a file's text into lines of pieces. */
export async function makeHighlighter(): Promise<
  (text: string, calls: readonly Stretch[]) => Line[]
> {
  const shiki = await createHighlighterCore({
    langs: [typescript],
    themes: [theme],
    engine: createJavaScriptRegexEngine(),
  })
  return (text, calls) =>
    shiki
      .codeToTokensBase(text, { lang: 'typescript', theme: theme.name })
      .map((tokens) =>
        joined(
          tokens.flatMap(({ content, offset, color }) =>
            withCalls(content, offset, kindOf(color), calls),
          ),
        ),
      )
}

function kindOf(colour: string | undefined): Kind | undefined {
  return Object.entries(colours).find(
    ([name]) => name === colour?.toLowerCase(),
  )?.[1]
}

/** A token in parts, where a call begins or ends inside it. */
function withCalls(
  content: string,
  offset: number,
  kind: Kind | undefined,
  calls: readonly Stretch[],
): Line {
  const end = offset + content.length
  const call = calls.find((one) => one.start < end && one.end > offset)
  if (!call || content.trim() === '') return [pieceOf(content, kind)]

  const to = Math.min(call.end, end) - offset
  const begun = Math.max(call.start, offset) - offset
  const from = to - content.slice(begun, to).trimStart().length
  return [
    pieceOf(content.slice(0, from), kind),
    pieceOf(content.slice(from, to), 'call'),
    ...withCalls(content.slice(to), offset + to, kind, calls),
  ].filter(([text]) => text !== '')
}

function pieceOf(text: string, kind: Kind | undefined): Piece {
  return kind === undefined ? [text] : [text, kind]
}

/** Neighbours of one kind as one piece. */
function joined(line: Line): Line {
  const pieces: Line = []
  for (const [text, kind] of line) {
    const last = pieces.at(-1)
    if (last && last[1] === kind) last[0] += text
    else if (text !== '') pieces.push(pieceOf(text, kind))
  }
  return pieces
}
