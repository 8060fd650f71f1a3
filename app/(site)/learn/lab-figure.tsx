import { DemoLabel } from '@/components/ui/demo-label'
import { labs, type LabName } from '@/labs/labs'
import { RecordedLab, RecordedOnPaper } from '../labs/recorded/recorded-lab'
import { labsInFlow } from '../labs/shown-labs'

/** A lab in the flow of a chapter: its number, its title, its label, itself. */
export function LabFigure({ name, mark }: { name: LabName; mark: string }) {
  const { title, kind } = labs[name]
  return (
    <section className="lab-figure" aria-label={`Lab ${mark}: ${title}`}>
      <header className="lab-figure-head front">
        <b>Lab {mark}</b>
        <span>{title}</span>
        <DemoLabel kind={kind} />
        <a href={`/labs/${name}`}>
          Open alone<span className="sr-only">: {title}</span>
        </a>
      </header>
      <RecordedLab lab={name} />
      <RecordedOnPaper />
      {labsInFlow[name]}
    </section>
  )
}
