import * as z from 'zod'

export type Json = Record<string, unknown>

/** One change of a schema. It gives a new one, and leaves the old as it is. */
export type Edit = (schema: Json) => Json

const ObjectSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()).default([]),
})
const ChoiceSchema = z.looseObject({ enum: z.array(z.string()) })

/** Calls a field by another name. */
export function rename(from: string, to: string): Edit {
  const named = (name: string) => (name === from ? to : name)
  return (schema) => {
    const { properties, required, ...rest } = ObjectSchema.parse(schema)
    const renamed = Object.entries(properties).map(([name, type]) => [
      named(name),
      type,
    ])
    return {
      ...rest,
      properties: Object.fromEntries(renamed),
      required: required.map(named),
    }
  }
}

/** Takes a field away. */
export function drop(name: string): Edit {
  return (schema) => {
    const { properties, ...rest } = ObjectSchema.parse(schema)
    const { [name]: _, ...others } = properties
    return loosen(name)({ ...rest, properties: others })
  }
}

/** Adds a field, or gives it another type; it may be left out. */
export function put(name: string, type: Json): Edit {
  return (schema) => {
    const { properties, ...rest } = ObjectSchema.parse(schema)
    return { ...rest, properties: { ...properties, [name]: type } }
  }
}

/** From now on the field has to be there. */
export function demand(name: string): Edit {
  return (schema) => {
    const { required, ...rest } = ObjectSchema.parse(schema)
    return { ...rest, required: [...required, name] }
  }
}

/** From now on the field may be missing. */
export function loosen(name: string): Edit {
  return (schema) => {
    const { required, ...rest } = ObjectSchema.parse(schema)
    return { ...rest, required: required.filter((one) => one !== name) }
  }
}

/** Edits the schema of a field. */
export function within(name: string, edit: Edit): Edit {
  return (schema) => {
    const { properties } = ObjectSchema.parse(schema)
    const inner = z.record(z.string(), z.unknown()).parse(properties[name])
    return put(name, edit(inner))(schema)
  }
}

/** Allows one value more. */
export function allow(value: string): Edit {
  return (schema) => {
    const choice = ChoiceSchema.parse(schema)
    return { ...choice, enum: [...choice.enum, value] }
  }
}
