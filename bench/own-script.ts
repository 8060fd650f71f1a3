import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import * as z from 'zod'
import { root } from '@/scripts/child.mjs'
import { brotliBytes } from './brotli'

/** What a chapter may bring of its own before a lab is near: 15 kB, brotli. */
export const ownScriptMost = 15_000

const far = readFileSync(join(root, 'bench', 'labs-far.mjs'), 'utf8')

/** No lab of the page comes near until `bringNear` is called with its place. */
export async function keepLabsFar(page: Page): Promise<void> {
  await page.addInitScript({ content: far })
}

/** So many labs wait to come near: all of them, once the page works. */
export function labsKeptFar(page: Page): Promise<number> {
  return page.evaluate('labsFar.count()')
}

export function bringNear(page: Page, at: number): Promise<void> {
  return page.evaluate(`labsFar.bringNear(${at})`)
}

/** Every script that the page loads from now on, by its path. */
export function collectScripts(page: Page): Map<string, Promise<Buffer>> {
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.set(new URL(response.url()).pathname, response.body())
  })
  return scripts
}

/**
 * The bytes of scripts that are our own: all but the files that Next lists as
 * those of every page, React and its own client. What else a page needs of
 * Next, links and boundaries, counts as ours.
 */
export async function weighOwnScripts(
  scripts: Map<string, Promise<Buffer>>,
): Promise<number> {
  const text = readFileSync(join(root, '.next', 'build-manifest.json'), 'utf8')
  const { rootMainFiles } = Manifest.parse(JSON.parse(text))
  const theirs = new Set(rootMainFiles.map((file) => `/_next/${file}`))
  const own = [...scripts].filter(([path]) => !theirs.has(path))
  if (own.length > scripts.size - rootMainFiles.length)
    throw new Error('The page was built apart from the files in .next')
  const bodies = await Promise.all(own.map(([, body]) => body))
  return bodies.reduce((sum, body) => sum + brotliBytes(body), 0)
}

const Manifest = z.object({ rootMainFiles: z.array(z.string()).min(1) })
