import * as z from 'zod'
import type { ContractChange } from '@/contracts/break-the-contract-choices'
import { readContract } from '@/server/site/read-contract'
import { changes } from './changes'

const Json = z.record(z.string(), z.unknown())
const Contract = z.looseObject({
  paths: z.record(z.string(), Json),
  components: z.looseObject({ schemas: z.record(z.string(), Json) }),
})
export type Contract = z.infer<typeof Contract>

let kept: Contract | undefined

/** What the contract of this backend promises to whoever places an order. */
export function readOrderContract(): Contract {
  return (kept ??= aboutOrders(Contract.parse(readContract())))
}

/** Asking for an order and getting it: refusals are the same everywhere. */
function aboutOrders({ openapi, info, paths, components }: Contract): Contract {
  const { responses, ...post } = Json.parse(paths['/api/orders']?.post)
  const { 201: placed } = Json.parse(responses)
  const door = { post: { ...post, responses: { 201: placed } } }
  const schemas = partsOf(door, components.schemas)
  return {
    openapi,
    info,
    paths: { '/api/orders': door },
    components: { ...components, schemas },
  }
}

/** The schemas that something refers to, and those that these refer to. */
function partsOf(whole: unknown, schemas: Contract['components']['schemas']) {
  const parts: typeof schemas = {}
  const names = /#\/components\/schemas\/(\w+)/g
  const look = (text: string) => {
    for (const [, name = ''] of text.matchAll(names)) {
      const schema = schemas[name]
      if (!schema || parts[name]) continue
      parts[name] = schema
      look(JSON.stringify(schema))
    }
  }
  look(JSON.stringify(whole))
  return parts
}

/** The same contract after a change. */
export function changeContract(
  { components, ...contract }: Contract,
  change: ContractChange,
): Contract {
  const schemas = { ...components.schemas }
  for (const [name, edits] of Object.entries(changes[change].edits)) {
    const schema = Json.parse(schemas[name])
    schemas[name] = edits.reduce((before, edit) => edit(before), schema)
  }
  return { ...contract, components: { ...components, schemas } }
}
