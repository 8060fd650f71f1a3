'use client'

import { useKnownTraces } from '@/components/delivery/known-traces'

const most = 40

/** Which two to lay side by side: ids, with those that this browser knows. */
export function ChooseTraces({ a, b }: { a: string; b: string }) {
  const known = Object.entries(useKnownTraces()).reverse().slice(0, most)
  return (
    <form className="choose-traces" action="/compare" method="get">
      <Field name="a" label="A, what it is held against" value={a} />
      <Field name="b" label="B, what is looked at" value={b} />
      <datalist id="known-traces">
        {known.map(([key, traceId]) => (
          <option key={traceId} value={traceId}>
            {key.replace(/^(\S+) (\S+)$/, 'order.$2 $1')}
          </option>
        ))}
      </datalist>
      <button className="button button-solid" type="submit">
        Compare
      </button>
    </form>
  )
}

function Field({
  name,
  label,
  value,
}: {
  name: string
  label: string
  value: string
}) {
  return (
    <label>
      <span>{label}</span>
      <input
        name={name}
        defaultValue={value}
        list="known-traces"
        required
        pattern="[0-9a-fA-F]{32}|shr_[0-9a-f]{32}"
        title="The id of a trace, 32 hexadecimal digits, or of a shared one"
        autoComplete="off"
        spellCheck={false}
      />
    </label>
  )
}
