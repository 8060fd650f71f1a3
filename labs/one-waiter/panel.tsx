import type { ReactNode } from 'react'
import type { ServingWay } from '@/contracts/serving-ways'
import { figuresOf, type WayRun } from './figures'
import { Bars } from './bars'
import { milliseconds, perSecond, wayLines, wayNames } from './words'

/** One way of serving: its requests as bars, and what they add up to. */
export function Panel({
  way,
  run,
  count,
  untilMs,
}: {
  way: ServingWay
  run: WayRun | undefined
  count: number
  untilMs: number
}) {
  const figures = run && figuresOf(run)
  return (
    <section className="waiter-panel" aria-label={wayNames[way]}>
      <h3>{wayNames[way]}</h3>
      <p>{wayLines[way]}</p>
      <Bars run={run} count={count} untilMs={untilMs} />
      <dl>
        <Figure name="half by">{milliseconds(figures?.half ?? null)}</Figure>
        <Figure name="95 of 100 by">
          {milliseconds(figures?.p95 ?? null)}
        </Figure>
        <Figure name="the last by" isMain>
          {milliseconds(figures?.last ?? null)}
        </Figure>
        <Figure name="served">
          {figures ? perSecond(figures.perSecond) : '–'}
        </Figure>
        <Figure name="work of one">
          {milliseconds(figures?.workMs ?? null)}
        </Figure>
        <Figure name="loop late by">
          {milliseconds(figures?.lateMs ?? null)}
        </Figure>
        <Figure name="bystander, usually">
          {milliseconds(figures?.bystander.usual ?? null)}
        </Figure>
        <Figure name="bystander, at worst" isMain>
          {milliseconds(figures?.bystander.worst ?? null)}
        </Figure>
      </dl>
    </section>
  )
}

function Figure({
  name,
  isMain = false,
  children,
}: {
  name: string
  isMain?: boolean
  children: ReactNode
}) {
  return (
    <div className={isMain ? 'is-main' : undefined}>
      <dt>{name}</dt>
      <dd className="num">{children}</dd>
    </div>
  )
}
