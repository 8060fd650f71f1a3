import type { Page } from '@playwright/test'

/**
 * What moved although nobody had touched anything, as browsers count it from
 * the first byte on: how much, and what. Less than a thousandth is a letter
 * that another font draws a hair wider, and nobody sees it.
 */
export async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const moved: string[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          value: number
          sources: { node: Node | null }[]
        }
        if (value < 0.001) continue
        const names = sources.map(({ node }) => {
          const element = node instanceof Element ? node : node?.parentElement
          return element ? `${element.tagName}.${element.className}` : '?'
        })
        moved.push(`${value.toFixed(6)} ${names.join(', ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const take = () =>
    page.evaluate(() => {
      const { moved } = window as unknown as { moved: string[] }
      return moved.splice(0)
    })
  return { take }
}
