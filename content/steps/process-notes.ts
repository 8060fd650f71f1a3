import ComputeItHere from './compute-it-here.mdx'
import CutThePowerEachWriteAlone from './cut-the-power-each-write-alone.mdx'
import CutThePowerInATransaction from './cut-the-power-in-a-transaction.mdx'
import EndTheRun from './end-the-run.mdx'
import HaveAThreadComputeIt from './have-a-thread-compute-it.mdx'
import ReadHowToServeIt from './read-how-to-serve-it.mdx'
import ReadTheProgramThatWasRun from './read-the-program-that-was-run.mdx'
import ReadWhereThePowerGoes from './read-where-the-power-goes.mdx'
import ReadWhichRunItIs from './read-which-run-it-is.mdx'
import SeeIfProcessesCanBeStarted from './see-if-processes-can-be-started.mdx'
import TakeAPlaceInTheRun from './take-a-place-in-the-run.mdx'
import WaitForSomebodyElse from './wait-for-somebody-else.mdx'

/** The notes of the steps that only power-cut and one-waiter take. */
export const processNotes = {
  'read where the power goes': ReadWhereThePowerGoes,
  'see if processes can be started': SeeIfProcessesCanBeStarted,
  'cut the power, each write alone': CutThePowerEachWriteAlone,
  'cut the power in a transaction': CutThePowerInATransaction,
  'read the program that was run': ReadTheProgramThatWasRun,
  'read how to serve it': ReadHowToServeIt,
  'take a place in the run': TakeAPlaceInTheRun,
  'wait for somebody else': WaitForSomebodyElse,
  'compute it here': ComputeItHere,
  'have a thread compute it': HaveAThreadComputeIt,
  'read which run it is': ReadWhichRunItIs,
  'end the run': EndTheRun,
}
