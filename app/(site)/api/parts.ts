import { group } from 'd3-array'
import { env } from '@/env'
import { isLab, labs, type LabName } from '@/labs/labs'
import { readOpenApi } from './open-api'
import {
  operationsOf,
  referenceOf,
  shapeAnchor,
  slugOf,
  type Group,
  type OperationEntry,
  type Reference,
  type Shape,
} from './reference'
import type { SchemaRow } from './schema-rows'

/** A page of the reference: some of the groups, and the shapes they need first. */
export type Part = {
  path: '/api' | '/api/labs-reference'
  groups: Group[]
  shapes: Shape[]
}

/**
 * The reference in two pages. The doors of single labs are as many as all others
 * together, and few come for them; a shape is told where the others name it.
 * Their page is not at `/api/labs`: Next would give it the door of the lab `index`.
 */
export function partsOf(reference: Reference): { site: Part; labs: Part } {
  const ofLabs = reference.groups.find(({ name }) => name === 'Labs')
  const site = reference.groups.filter((group) => group !== ofLabs)
  const named = shapesNamedBy(site, reference.shapes)
  const isNamed = ({ name }: Shape) => named.has(name)
  return {
    site: {
      path: '/api',
      groups: site,
      shapes: reference.shapes.filter(isNamed),
    },
    labs: {
      path: '/api/labs-reference',
      groups: groupsByLab(ofLabs?.operations ?? []),
      shapes: reference.shapes.filter((shape) => !isNamed(shape)),
    },
  }
}

/** The two pages of this build. */
export const parts = partsOf(
  referenceOf(readOpenApi(env.publicUrl, env.version)),
)

const pageOfAnchor = new Map(
  Object.values(parts).flatMap(({ path, groups, shapes }) =>
    [...operationsOf(groups), ...shapes].map(
      ({ anchor }) => [anchor, path] as const,
    ),
  ),
)

/** Where an operation or a shape is told, by its anchor. */
export function hrefOfAnchor(anchor: string): string {
  return `${pageOfAnchor.get(anchor) ?? '/api'}#${anchor}`
}

export function hrefOfShape(name: string): string {
  return hrefOfAnchor(shapeAnchor(name))
}

/** In the order of the labs; `/api/labs/weather/provider` belongs to `weather`. */
function groupsByLab(operations: OperationEntry[]): Group[] {
  const byLab = group(operations, labOf)
  return Object.keys(labs)
    .filter(isLab)
    .flatMap((lab) => {
      const { title, line } = labs[lab]
      const some = byLab.get(lab)
      const anchor = slugOf(`lab ${lab}`)
      return some
        ? [{ anchor, name: title, about: line, lab, operations: some }]
        : []
    })
}

function labOf({ path }: OperationEntry): LabName {
  const lab = path.split('/')[3] ?? ''
  if (!isLab(lab)) throw new Error(`${path} is the door of no lab`)
  return lab
}

/** What operations name, and what that names in turn. */
function shapesNamedBy(some: Group[], shapes: Shape[]): Set<string> {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]))
  const named = new Set<string>()
  const add = (name: string) => {
    if (named.has(name)) return
    named.add(name)
    namesIn(byName.get(name)?.rows ?? []).forEach(add)
  }
  for (const { body, replies } of operationsOf(some)) {
    if (body) add(body.shape)
    namesIn(body?.rows ?? []).forEach(add)
    replies.flatMap((reply) => reply.shapes).forEach(add)
  }
  return named
}

function namesIn(rows: SchemaRow[]): string[] {
  return rows.flatMap(({ type }) =>
    type.flatMap((part) => ('shape' in part ? [part.shape] : [])),
  )
}
