import { useState } from 'react'
import { DemoLabel } from '@/components/ui/demo-label'
import { cabinets, transcripts, type CabinetName } from './cabinets'
import { CompareTable } from './compare-table'
import { PostgresCabinet } from './postgres-cabinet'
import { SqliteCabinet } from './sqlite-cabinet'
import { Transcript } from './transcript'

/** One order in five databases: two run now, three were recorded. */
export function FiveCabinetsLab() {
  const [chosen, setChosen] = useState<CabinetName>('sqlite')
  return (
    <div className="cab-lab">
      <div
        className="front cab-choose"
        role="group"
        aria-label="Which database"
      >
        {cabinets.map(({ name, title, kind, where }) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === chosen}
            onClick={() => setChosen(name)}
          >
            <b>{title}</b>
            <span>{where}</span>
            <DemoLabel kind={kind} />
          </button>
        ))}
      </div>
      <Shown name={chosen} />
      <div className="front">
        <CompareTable />
      </div>
    </div>
  )
}

function Shown({ name }: { name: CabinetName }) {
  if (name === 'sqlite') return <SqliteCabinet />
  return (
    <div className="front cab-panel" key={name}>
      {name === 'postgresql' ? (
        <PostgresCabinet />
      ) : (
        <Transcript transcript={transcripts[name]} />
      )}
    </div>
  )
}
