/** A line of a message: its text, and the bytes that end it. */
type ByteLine = { text: string; end: 'CR LF' | 'LF' | 'CR' | '' }
type HexRow = { at: string; hex: string; text: string }

const longestLine = 4_000
const lineEnds = { '\r\n': 'CR LF', '\n': 'LF', '\r': 'CR' } as const

/** The lines of a message that is one character for each byte. */
export function linesOf(bytes: string): ByteLine[] {
  return [...bytes.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)]
    .filter(([whole]) => whole !== '')
    .map(([, text = '', end = '']) => ({
      text: cut(decoded(text)),
      end: isEnd(end) ? lineEnds[end] : '',
    }))
}

/** The same in sixteen columns of numbers; only the first `most` bytes. */
export function hexRowsOf(
  bytes: string,
  most: number,
  columns: number,
): HexRow[] {
  const rows: HexRow[] = []
  for (let at = 0; at < Math.min(bytes.length, most); at += columns) {
    const part = bytes.slice(at, at + columns)
    rows.push({
      at: at.toString(16).padStart(4, '0'),
      hex: [...part].map(hexOf).join(' '),
      text: part.replaceAll(/[^\x20-\x7e]/g, '·'),
    })
  }
  return rows
}

function hexOf(byte: string): string {
  return byte.charCodeAt(0).toString(16).padStart(2, '0')
}

function isEnd(end: string): end is keyof typeof lineEnds {
  return Object.hasOwn(lineEnds, end)
}

/** As UTF-8 where it is UTF-8; byte by byte where it is not. */
function decoded(bytes: string): string {
  try {
    const codes = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(codes)
  } catch {
    return bytes
  }
}

function cut(line: string): string {
  if (line.length <= longestLine) return line
  const left = line.length - longestLine
  return `${line.slice(0, longestLine)} … and ${left.toLocaleString('en')} more`
}
