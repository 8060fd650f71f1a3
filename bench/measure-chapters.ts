import { chapters } from '@/content/chapters'
import { openBrowser } from './browser'
import {
  collectScripts,
  keepLabsFar,
  ownScriptMost,
  weighOwnScripts,
} from './own-script'
import { state, type Result } from './results'
import type { Server } from './start-server'

/** What each chapter brings of its own while no lab has come near. */
export async function measureChapters({ port }: Server): Promise<Result[]> {
  const browser = await openBrowser()
  try {
    const open = chapters.filter(({ isOpen }) => isOpen)
    const results: Result[] = []
    for (const { slug } of open) {
      const page = await browser.newPage()
      const scripts = collectScripts(page)
      await keepLabsFar(page)
      await page.goto(`http://127.0.0.1:${port}/learn/${slug}`, {
        waitUntil: 'networkidle',
      })
      const given = {
        what: `chapter: own script before a lab, brotli: ${slug}`,
        unit: 'kB',
        floorName: 'the goal',
        goal: `<= ${ownScriptMost / 1000} kB`,
        note: `${scripts.size} files with those of React and Next`,
      }
      const bytes = await weighOwnScripts(scripts)
      results.push(state(given, [bytes / 1000], ownScriptMost / 1000))
      await page.close()
    }
    return results
  } finally {
    await browser.close()
  }
}
