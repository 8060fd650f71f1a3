import type { IndexCost, IndexRun, IndexWay } from '@/contracts/index-lab'
import type { TableSize } from '@/contracts/index-sizes'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'

/** The same search, 200 times each way, among so many orders. */
export function searchAmong(rows: TableSize): Promise<LabReply<IndexRun>> {
  return askLab({ path: '/api/labs/index', message: { rows } }, isRun)
}

/** What it takes to write orders, with more and more indexes to keep. */
export function measureWrites(): Promise<LabReply<IndexCost>> {
  return askLab({ path: '/api/labs/index/writes' }, isCost)
}

function isRun(body: unknown): body is IndexRun {
  return (
    isRecord(body) &&
    typeof body.rows === 'number' &&
    typeof body.question === 'string' &&
    isWay(body.without) &&
    isWay(body.with)
  )
}

function isWay(value: unknown): value is IndexWay {
  return (
    isRecord(value) &&
    Array.isArray(value.plan) &&
    typeof value.rowsFound === 'number' &&
    Array.isArray(value.timesMs)
  )
}

function isCost(body: unknown): body is IndexCost {
  return isRecord(body) && Array.isArray(body.ways)
}
