'use client'

import { startTransition, useEffect, useState } from 'react'
import { randomUuid } from '@/components/browser-trace'
import type { KindWords } from '@/components/kind-words'
import { copyText } from './copy-text'
import { languages, type Language } from './languages'
import { nothingOwn, requestOf, type SnippetModel } from './model'
import { showToken, takeToken, useOwn } from './use-own'

/** What became of the last press. */
export type News =
  { kind: 'copied' | 'select' } | { kind: 'failed'; words: KindWords }

/** Stands for a token that is not shown. */
export const mask = '\u2022'.repeat(12)

/**
 * One request in every language: what is shown of it, and what is copied.
 * `base` is the public address, until the browser knows where the reader is.
 */
export function useSnippets(model: SnippetModel, base: string) {
  const origin = useOrigin()
  const own = useOwn()
  const [key, setKey] = useState<string | null>(null)
  const [news, setNews] = useState<News | null>(null)
  const needsToken = model.access === 'sandbox'
  const isReadable = own.isShown && own.token !== null
  const shown =
    origin === null ? null : isReadable ? (own.token?.token ?? mask) : mask

  const write = (
    language: Language,
    token: string | null,
    idempotencyKey: string | null,
  ) => {
    const mine = { token, parts: own.parts, idempotencyKey }
    const request = requestOf(
      model,
      origin ?? base,
      origin === null ? nothingOwn : mine,
    )
    return languages.find(({ id }) => id === language)?.write(request) ?? ''
  }

  const attempt = async (work: () => Promise<void>) => {
    setNews(null)
    try {
      await work()
    } catch (error) {
      const { wordsForToken } = await import('./words-for-token')
      setNews({ kind: 'failed', words: await wordsForToken(error) })
    }
  }

  return {
    news,
    needsToken,
    isReadable,
    /** What stands for the token in `text`: itself, a mask, a variable. */
    secret: shown ?? '$TOKEN',
    textIn: (language: Language) => write(language, shown, key),
    copy: (language: Language) =>
      attempt(async () => {
        // One key for each copy: sent twice, it is one order.
        const freshKey = randomUuid()
        const token = needsToken ? takeToken() : Promise.resolve(null)
        const isCopied = await copyText(
          token.then((value) => write(language, value, freshKey)),
        )
        setKey(freshKey)
        if (!isCopied) showToken(true)
        setNews({ kind: isCopied ? 'copied' : 'select' })
      }),
    toggleToken: () =>
      attempt(async () => {
        if (!isReadable) await takeToken()
        showToken(!isReadable)
      }),
  }
}

/**
 * The address the reader is at, which only their browser knows. A page of the
 * reference has fifty-five who ask: they are told without haste.
 */
export function useOrigin(): string | null {
  const [origin, setOrigin] = useState<string | null>(null)
  useEffect(() => startTransition(() => setOrigin(location.origin)), [])
  return origin
}
