/** `npm run new:lab <name>`: the files of a lab, with a first press in them. */
import { labs } from '@/labs/labs'
import { labPlan } from './new/lab-plan'
import { layOut } from './new/lay-out'
import { faultOf } from './new/names'

const [name] = process.argv.slice(2)
const fault = faultOf(name, Object.keys(labs), 'lab')
if (fault !== null || name === undefined) leave(fault ?? '')
else await make(name)

async function make(lab: string) {
  try {
    const files = await layOut(labPlan(lab), process.cwd())
    console.log(files.map((file) => `  ${file}`).join('\n'))
    console.log(
      `The lab “${lab}” can be pressed at /labs/${lab}. Its title and line are in labs/labs.ts.`,
    )
  } catch (error) {
    leave(error instanceof Error ? error.message : String(error))
  }
}

function leave(words: string) {
  console.error(words)
  process.exitCode = 1
}
