/**
 * Puts a text that may still be on its way into the clipboard. The press that
 * asked for it is what allows it, so the clipboard is given the promise at
 * once. False where this browser, or a page without HTTPS, does not let us.
 */
export async function copyText(text: Promise<string>): Promise<boolean> {
  if (canTakePromises()) {
    const blob = text.then((ready) => new Blob([ready], { type: 'text/plain' }))
    try {
      const item = new ClipboardItem({ 'text/plain': blob })
      await navigator.clipboard.write([item])
      return true
    } catch {
      // What went wrong with the text itself is the caller's to know.
      await text
    }
  }
  return copyBySelection(await text)
}

function canTakePromises(): boolean {
  return 'ClipboardItem' in globalThis && navigator.clipboard !== undefined
}

/** The old way, which needs no permission and no HTTPS. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'sr-only'
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return isCopied
}
