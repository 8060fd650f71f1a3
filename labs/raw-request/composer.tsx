import { useId, useState } from 'react'
import { longestText } from '@/contracts/raw-message'
import {
  partsOf,
  textOf,
  type MessageParts,
} from '@/components/wire/message-parts'
import { presetGroups, presets, type Preset } from './presets'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** The message: one to start from, and then as text or part by part. */
export function Composer({
  preset,
  text,
  hasCrLf,
  onPreset,
  onText,
  onCrLf,
}: {
  preset: Preset
  text: string
  hasCrLf: boolean
  onPreset: (preset: Preset) => void
  onText: (text: string) => void
  onCrLf: (hasCrLf: boolean) => void
}) {
  const id = useId()
  const [way, setWay] = useState<'text' | 'parts'>('text')
  return (
    <div className="raw-composer">
      <label className="raw-label" htmlFor={`${id}-preset`}>
        Start from
      </label>
      <select
        id={`${id}-preset`}
        className="raw-input"
        value={preset.id}
        onChange={({ target }) => {
          const chosen = presets.find((one) => one.id === target.value)
          if (chosen) onPreset(chosen)
        }}
      >
        {presetGroups.map((group) => (
          <optgroup key={group} label={group}>
            {presets
              .filter((one) => one.group === group)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <div className="raw-ways" role="group" aria-label="Write it">
        {(['text', 'parts'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={one === way}
            onClick={() => setWay(one)}
          >
            {one === 'text' ? 'As text' : 'Part by part'}
          </button>
        ))}
      </div>
      {way === 'text' ? (
        <>
          <label className="raw-label" htmlFor={`${id}-text`}>
            The request
          </label>
          <Area id={`${id}-text`} rows={8} value={text} onChange={onText} />
        </>
      ) : (
        <Parts
          parts={partsOf(text)}
          onParts={(parts) => onText(textOf(parts))}
        />
      )}
      <label className="raw-check">
        <input
          type="checkbox"
          checked={hasCrLf}
          onChange={({ target }) => onCrLf(target.checked)}
        />
        End each line with CR LF, as HTTP asks
      </label>
    </div>
  )
}

function Parts({
  parts,
  onParts,
}: {
  parts: MessageParts
  onParts: (parts: MessageParts) => void
}) {
  const id = useId()
  const line = (name: 'method' | 'path' | 'version', words: string) => (
    <div>
      <label className="raw-label" htmlFor={`${id}-${name}`}>
        {words}
      </label>
      <input
        id={`${id}-${name}`}
        className="raw-input raw-mono"
        value={parts[name]}
        list={name === 'method' ? `${id}-methods` : undefined}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={({ target }) => onParts({ ...parts, [name]: target.value })}
      />
    </div>
  )
  return (
    <div className="raw-parts">
      {line('method', 'Method')}
      {line('version', 'Version')}
      {line('path', 'Path')}
      <datalist id={`${id}-methods`}>
        {methods.map((method) => (
          <option key={method} value={method} />
        ))}
      </datalist>
      <div>
        <label className="raw-label" htmlFor={`${id}-headers`}>
          Header fields, a line each
        </label>
        <Area
          id={`${id}-headers`}
          rows={4}
          value={parts.headers}
          onChange={(headers) => onParts({ ...parts, headers })}
        />
      </div>
      <div>
        <label className="raw-label" htmlFor={`${id}-body`}>
          Body
        </label>
        <Area
          id={`${id}-body`}
          rows={3}
          value={parts.body}
          onChange={(body) => onParts({ ...parts, body })}
        />
      </div>
    </div>
  )
}

function Area({
  id,
  rows,
  value,
  onChange,
}: {
  id: string
  rows: number
  value: string
  onChange: (value: string) => void
}) {
  return (
    <textarea
      id={id}
      className="raw-input raw-mono"
      rows={rows}
      maxLength={longestText - 400}
      value={value}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
