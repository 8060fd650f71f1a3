/** Brackets that end on a line of this many characters stay on it. */
const widest = 48

/**
 * JSON as it was sent, with line breaks. Nothing but white space is changed,
 * so a number keeps its digits; a text that was cut is laid out to its end.
 */
export function legible(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text
  const tokens = text.match(/"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s"{}[\],:]+|\s+/g)
  const parts = tokens?.filter((token) => token.trim() !== '') ?? []
  let out = ''
  let depth = 0
  for (let at = 0; at < parts.length; at++) {
    const token = parts[at] ?? ''
    if (token === '{' || token === '[') {
      const line = out.length - (out.lastIndexOf('\n') + 1)
      const inline = onOneLine(parts, at, widest - line)
      if (inline) {
        out += inline.text
        at = inline.to
        continue
      }
      depth++
      out += token + newLine(depth)
    } else if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1)
      out += newLine(depth) + token
    } else if (token === ',') out += token + newLine(depth)
    else out += token === ':' ? ': ' : token
  }
  return out
}

function onOneLine(parts: readonly string[], from: number, widest: number) {
  let text = ''
  let depth = 0
  for (let at = from; at < parts.length && text.length <= widest; at++) {
    const token = parts[at] ?? ''
    if (token === '{' || token === '[') depth++
    if (token === '}' || token === ']') depth--
    text += token === ',' || token === ':' ? `${token} ` : token
    if (depth === 0) return text.length <= widest ? { text, to: at } : null
  }
  return null
}

function newLine(depth: number): string {
  return `\n${'  '.repeat(depth)}`
}
