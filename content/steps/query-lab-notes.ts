import AskForThePlan from './ask-for-the-plan.mdx'
import ExplainOrders from './explain-orders.mdx'
import InsertCheckedLines from './insert-checked-lines.mdx'
import ListThemOneByOne from './list-them-one-by-one.mdx'
import ListThemWithOneJoin from './list-them-with-one-join.mdx'
import MeasureWithTheIndex from './measure-with-the-index.mdx'
import MeasureWithoutTheIndex from './measure-without-the-index.mdx'
import OpenTheArchive from './open-the-archive.mdx'
import ReadItWithAJoin from './read-it-with-a-join.mdx'
import ReadTheExperiment from './read-the-experiment.mdx'
import SearchWithTheIndex from './search-with-the-index.mdx'
import SearchWithoutTheIndex from './search-without-the-index.mdx'
import SelectCheckedLines from './select-checked-lines.mdx'
import TryToBreakARule from './try-to-break-a-rule.mdx'
import WriteIntoMoreAndMoreIndexes from './write-into-more-and-more-indexes.mdx'

/** The notes of the steps that only the labs about queries take. */
export const queryLabNotes = {
  'read the experiment': ReadTheExperiment,
  'open the archive': OpenTheArchive,
  'ask for the plan': AskForThePlan,
  'EXPLAIN orders': ExplainOrders,
  'search without the index': SearchWithoutTheIndex,
  'measure without the index': MeasureWithoutTheIndex,
  'search with the index': SearchWithTheIndex,
  'measure with the index': MeasureWithTheIndex,
  'write into more and more indexes': WriteIntoMoreAndMoreIndexes,
  'read it with a join': ReadItWithAJoin,
  'try to break a rule': TryToBreakARule,
  'INSERT checked_lines': InsertCheckedLines,
  'SELECT checked_lines': SelectCheckedLines,
  'list them one by one': ListThemOneByOne,
  'list them with one join': ListThemWithOneJoin,
}
