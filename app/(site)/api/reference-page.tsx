import type { ReactNode } from 'react'
import { env } from '@/env'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { Row } from './conventions'
import { Groups } from './groups'
import type { Part } from './parts'
import { Rail } from './rail'
import { operationsOf } from './reference'
import { Shapes } from './shapes'
import { LanguageScript } from './snippets/use-language'
import { FirstTicket } from './tickets'
import { KitchenWindow } from './window/kitchen-window'
import './reference-page.css'

/** A page of the reference: what it is about, its operations, their shapes. */
export function ReferencePage({
  part: { groups, shapes },
  opening,
  first,
  conventions,
  elsewhere,
}: {
  part: Part
  opening: ReactNode
  /** The operation whose ticket stands at the head, by its anchor. */
  first: string
  conventions?: ReactNode
  elsewhere?: ReactNode
}) {
  const base = env.publicUrl
  const operation = operationsOf(groups).find(({ anchor }) => anchor === first)
  return (
    <>
      <LanguageScript />
      <SiteHeader current="/api" />
      <div className="api">
        <Rail groups={groups} hasConventions={conventions !== undefined} />
        <main className="api-main" id="main">
          <Row words={opening}>
            {operation && <FirstTicket operation={operation} base={base} />}
          </Row>
          {conventions}
          <Groups groups={groups} base={base} />
          {elsewhere}
          <Shapes shapes={shapes} />
        </main>
      </div>
      <KitchenWindow />
      <SiteFooter />
    </>
  )
}
