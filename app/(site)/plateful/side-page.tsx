import type { ReactNode } from 'react'
import { SidesNav, type SideHref } from '@/components/delivery/sides-nav'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { WithoutScripts } from './without-scripts'
import './delivery-page.css'

type Side = {
  current: SideHref
  title: string
  lede: string
  /** What there is to know of the screen, below it. */
  words: string
  children: ReactNode
}

/** A page of its own for one of the parts: the screen, and words around it. */
export function SidePage({ current, title, lede, words, children }: Side) {
  return (
    <>
      <SiteHeader current="/plateful" />
      <main className="plateful" id="main">
        <SidesNav current={current} />
        <div className="plateful-head">
          <h1>{title}</h1>
          <p>{lede}</p>
        </div>
        {children}
        <WithoutScripts />
        <div className="side-words">
          <p>Plateful’s minutes are short, so that nobody has to wait.</p>
          <p>{words}</p>
        </div>
      </main>
      <SiteFooter />
    </>
  )
}
