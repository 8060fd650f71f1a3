import Link from 'next/link'
import type { Parameter } from './open-api'
import { hrefOfShape } from './parts'
import { rowsOf, typeOf, type SchemaRow, type TypePart } from './schema-rows'
import { Words } from './words'

/** The fields of a body or of a shape, each under its parent. */
export function FieldTable({
  caption,
  rows,
  noneRequired = 'optional',
}: {
  caption: string
  rows: SchemaRow[]
  /** What a field that may be missing is called: left out, or not there. */
  noneRequired?: string
}) {
  return (
    <table className="fields">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Type, and what it is</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path.join('.')}>
            <th scope="row" {...indentOf(row.path)}>
              <FieldName path={row.path} />
              {!row.isRequired && (
                <span className="fields-optional">{noneRequired}</span>
              )}
            </th>
            <td>
              <TypeWords type={row.type} />
              <About row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function indentOf(path: string[]) {
  const depth = path.length - 1
  return depth === 0 ? {} : { style: { paddingLeft: `${depth * 14}px` } }
}

/** The whole path for a screen reader; the eye sees how deep it is. */
function FieldName({ path }: { path: string[] }) {
  const outer = path.slice(0, -1)
  return (
    <code>
      {outer.length > 0 && (
        <span className="sr-only">{`${outer.join('.')}.`}</span>
      )}
      {path.at(-1)}
    </code>
  )
}

export function TypeWords({ type }: { type: TypePart[] }) {
  return (
    <code>
      {type.map((part, at) =>
        'shape' in part ? (
          <Link key={at} href={hrefOfShape(part.shape)} prefetch={false}>
            {part.shape}
          </Link>
        ) : (
          part.text
        ),
      )}
    </code>
  )
}

function About({ row: { about, rules, example } }: { row: SchemaRow }) {
  const rule = rules.join(', ')
  return (
    <>
      {about && (
        <>
          <Words text={about} />{' '}
        </>
      )}
      {rule && (
        <span className="fields-rule">
          {rule.charAt(0).toUpperCase() + rule.slice(1)}.{' '}
        </span>
      )}
      {example && (
        <span className="fields-rule">
          For example <code>{example}</code>
        </span>
      )}
    </>
  )
}

/** What goes with a request besides its body. */
export function ParameterTable({
  caption,
  parameters,
}: {
  caption: string
  parameters: Parameter[]
}) {
  return (
    <table className="fields">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Where, and what it is</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <tr key={parameter.name}>
            <th scope="row">
              <code>{parameter.name}</code>
              {!parameter.required && (
                <span className="fields-optional">optional</span>
              )}
            </th>
            <td>
              <code>{places[parameter.in]}</code>
              <About row={rowOf(parameter)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const places = { path: 'in the path', query: 'query', header: 'header field' }

function rowOf(parameter: Parameter): SchemaRow {
  const { name, schema, description, example } = parameter
  const [row] = rowsOf({ properties: { [name]: schema } }, {}, false)
  return {
    path: [name],
    type: typeOf(schema),
    isRequired: parameter.required,
    rules: row?.rules ?? [],
    about: description,
    example: example ?? row?.example ?? null,
  }
}
