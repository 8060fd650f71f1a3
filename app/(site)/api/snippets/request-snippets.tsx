'use client'

import { useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { LanguageTabs, panelOf } from './language-tabs'
import { languages } from './languages'
import type { SnippetModel } from './model'
import { useLanguage } from './use-language'
import { mask, useSnippets, type News } from './use-snippets'

/** A request as four programs send it, to be copied with the reader's token. */
export function RequestSnippets({
  model,
  base,
}: {
  model: SnippetModel
  base: string
}) {
  const id = useId()
  const [chosen, choose] = useLanguage()
  const snippets = useSnippets(model, base)
  const { news, needsToken } = snippets
  // No tool outside carries a page's cookie: only a page can ask for that.
  const isForPages = model.access === 'cookie'
  const offered = languages.filter(({ id }) => !isForPages || id === 'fetch')
  const language = isForPages ? 'fetch' : chosen
  const name = languages.find(({ id }) => id === language)?.name

  return (
    <div className="snippets">
      {!isForPages && (
        <LanguageTabs id={id} chosen={chosen} onChoose={choose} />
      )}
      {offered.map(({ id: one, name, needs }) => (
        <div
          key={one}
          className={`snippet is-${isForPages ? 'only' : one}`}
          {...(isForPages ? {} : panelOf(id, one))}
        >
          <p className="snippet-name">{name}</p>
          <pre>
            <WithSecret text={snippets.textIn(one)} secret={snippets.secret} />
          </pre>
          <p className="snippet-needs">
            {isForPages
              ? 'In the console of a page of this site: only its pages carry the cookie.'
              : needs}
          </p>
        </div>
      ))}
      <p className="snippet-actions">
        <button
          type="button"
          className="button"
          onClick={() => void snippets.copy(language)}
        >
          <Icon name={news?.kind === 'copied' ? 'check' : 'copy'} size={15} />
          {`Copy as ${name}`}
          <span className="sr-only">
            : {model.method} {model.path}
          </span>
        </button>
        {needsToken && (
          <button
            type="button"
            className="button is-quiet"
            aria-pressed={snippets.isReadable}
            onClick={() => void snippets.toggleToken()}
          >
            Show the token
          </button>
        )}
      </p>
      <p className="snippet-news" aria-live="polite" aria-atomic="true">
        {wordsFor(news, needsToken)}
      </p>
      {news?.kind === 'failed' && (
        <ProblemNotice
          words={news.words}
          onTryAgain={() => void snippets.copy(language)}
        />
      )}
    </div>
  )
}

function wordsFor(news: News | null, hasToken: boolean): string {
  if (news?.kind === 'select')
    return 'This browser does not let a page copy here. Select the text and copy it.'
  if (news?.kind !== 'copied') return ''
  return hasToken
    ? 'Copied, with the token of your sandbox in it. Whoever has it can do what you can, for a day.'
    : 'Copied.'
}

/** Where a token is, it looks like what it is: a key. */
function WithSecret({ text, secret }: { text: string; secret: string }) {
  const at = text.indexOf(secret)
  if (at < 0) return text
  const isMasked = secret === mask
  return (
    <>
      {text.slice(0, at)}
      <span className="snippet-token">
        <span aria-hidden={isMasked}>{secret}</span>
        {isMasked && <span className="sr-only">your token</span>}
      </span>
      {text.slice(at + secret.length)}
    </>
  )
}
