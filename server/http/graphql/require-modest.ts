import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'

/** Words and signs of a question; the reader of the language stops there. */
export const maxTokens = 1_000

/** What one question may ask for, at most. */
export const questionLimits = {
  /** Fields within fields. */
  depth: 8,
  /** The same where the schema itself is asked for: tools go deeper there. */
  typeDepth: 20,
  /** Fields altogether, each use of a fragment counted. */
  fields: 300,
  aliases: 20,
  directives: 20,
  /** Values in the answer, with lists as long as they are guessed to be. */
  cost: 5_000,
  /** One change a request: it happens whole, or not at all. */
  changes: 1,
}

/** How long a list is guessed to be that does not say it. */
const guessedLength = 10

type Sum = Record<Exclude<keyof typeof questionLimits, 'changes'>, number>
const nothing: Sum = {
  depth: 0,
  typeDepth: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  cost: 0,
}

/**
 * Throws where a question would ask for too much. It is counted and not tried:
 * nothing has been looked up yet. What is wrong with the question otherwise is
 * left to the validation that follows.
 */
export function requireModest(
  document: DocumentNode,
  schema: GraphQLSchema,
): void {
  const count = new Count(document, schema)
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const root = schema.getRootType(definition.operation)
    if (!root) continue
    const sum = count.sumOf(definition.selectionSet, root)
    const isChange = definition.operation === 'mutation'
    const changes = isChange ? count.fieldsAtTop(definition.selectionSet) : 0
    requireAtMost({ ...sum, changes })
  }
}

function requireAtMost(asked: typeof questionLimits): void {
  for (const [name, most] of Object.entries(questionLimits)) {
    const count = asked[name as keyof typeof questionLimits]
    if (count <= most) continue
    throw new GraphQLError(
      `The question is too large: ${name} ${count}, and ${most} at most.`,
      { extensions: { limit: name, asked: count, most } },
    )
  }
}

/** Adds up what selections ask for, once for each fragment. */
class Count {
  readonly #fragments = new Map<string, FragmentDefinitionNode>()
  readonly #sums = new Map<string, Sum>()

  constructor(
    document: DocumentNode,
    readonly schema: GraphQLSchema,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition)
  }

  sumOf({ selections }: SelectionSetNode, type: GraphQLCompositeType): Sum {
    return selections
      .map((selection) => {
        const own = {
          ...nothing,
          directives: selection.directives?.length ?? 0,
        }
        if (selection.kind === Kind.FIELD)
          return add(own, this.#sumOfField(selection, type))
        if (selection.kind === Kind.FRAGMENT_SPREAD)
          return add(own, this.#sumOfFragment(selection.name.value))
        const inner = this.#typeOf(selection.typeCondition?.name.value) ?? type
        return add(own, this.sumOf(selection.selectionSet, inner))
      })
      .reduce(add, nothing)
  }

  /** The fields of the root itself, wherever they are written down. */
  fieldsAtTop(
    { selections }: SelectionSetNode,
    seen = new Set<string>(),
  ): number {
    let fields = 0
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields += 1
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        fields += this.fieldsAtTop(selection.selectionSet, seen)
      else {
        const { value } = selection.name
        const fragment = this.#fragments.get(value)
        if (!fragment || seen.has(value)) continue
        fields += this.fieldsAtTop(fragment.selectionSet, seen.add(value))
      }
    }
    return fields
  }

  #sumOfField(field: FieldNode, parent: GraphQLCompositeType): Sum {
    const own = { ...nothing, depth: 1, fields: 1, cost: 1 }
    if (field.alias) own.aliases = 1
    const definition = this.#fieldOf(parent, field.name.value)
    const inner = definition && getNamedType(definition.type)
    if (!field.selectionSet || !isCompositeType(inner)) return own
    const sum = this.sumOf(field.selectionSet, inner)
    const isList = isListType(getNullableType(definition?.type))
    const cost = own.cost + timesOf(field, parent, isList) * sum.cost
    const deeper = { depth: 1 + sum.depth, typeDepth: sum.typeDepth }
    const isAboutTypes = field.name.value.startsWith('__')
    const depths = isAboutTypes ? { depth: 0, typeDepth: deeper.depth } : deeper
    return { ...add(own, sum), ...depths, cost }
  }

  /** A fragment that leads back to itself is refused by the validation. */
  #sumOfFragment(name: string): Sum {
    const known = this.#sums.get(name)
    if (known) return known
    this.#sums.set(name, nothing)
    const fragment = this.#fragments.get(name)
    const type = this.#typeOf(fragment?.typeCondition.name.value)
    if (!fragment || !type) return nothing
    const sum = this.sumOf(fragment.selectionSet, type)
    this.#sums.set(name, sum)
    return sum
  }

  #typeOf(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name)
    return isCompositeType(type) ? type : undefined
  }

  #fieldOf(
    parent: GraphQLCompositeType,
    name: string,
  ): GraphQLField<unknown, unknown> | undefined {
    if (name === '__schema') return SchemaMetaFieldDef
    if (name === '__type') return TypeMetaFieldDef
    if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined
    return parent.getFields()[name]
  }
}

function add(a: Sum, b: Sum): Sum {
  return {
    depth: Math.max(a.depth, b.depth),
    typeDepth: Math.max(a.typeDepth, b.typeDepth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    cost: a.cost + b.cost,
  }
}

/** How many values of a field an answer is guessed to hold. */
function timesOf(
  field: FieldNode,
  parent: GraphQLCompositeType,
  isList: boolean,
): number {
  if (parent.name === 'Query' && field.name.value === 'orders')
    return lengthOfPage(field)
  const isCounted = parent.name === 'OrderPage' || parent.name.startsWith('__')
  return isList && !isCounted ? guessedLength : 1
}

/** A page says how long it is; one whose length comes later may be full. */
function lengthOfPage(field: FieldNode): number {
  const first = field.arguments?.find(({ name }) => name.value === 'first')
  if (!first) return 20
  // A length below nothing makes no other part of the question cheaper.
  return first.value.kind === Kind.INT
    ? Math.max(1, Number(first.value.value))
    : 100
}
