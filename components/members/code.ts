/** Letters and figures of a typed code, as they are shown: `7K2-QFDX`. */
export function spellCode(typed: string): string {
  const signs = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .slice(0, codeLength)
  return signs.length > 3 ? `${signs.slice(0, 3)}-${signs.slice(3)}` : signs
}

export function isWholeCode(code: string): boolean {
  return code.replace('-', '').length === codeLength
}

/** The code that a link carries after its #, where no server sees it. */
export function codeInFragment(hash: string): string | null {
  const code = spellCode(decode(hash.replace(/^#/, '')))
  return isWholeCode(code) ? code : null
}

const codeLength = 7

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
