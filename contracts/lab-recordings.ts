import * as z from 'zod'

/** A bar of a timeline: where something ran, and from when to when. */
const RecordedBar = z.object({
  place: z.enum(['browser', 'network', 'server', 'data', 'service', 'auth']),
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
  isFailed: z.boolean().default(false),
})

/** A row of a timeline, and the step that it is, told in a sentence. */
const RecordedRow = RecordedBar.extend({
  name: z.string(),
  /** The name under which content/steps explains it. */
  step: z.string(),
  told: z.string(),
  depth: z.number().int().nonnegative(),
  isGroup: z.boolean().default(false),
  /** What the lab had armed to go wrong here. */
  fault: z.string().nullable().default(null),
  bits: z.array(RecordedBar).default([]),
})

export const RecordedTrace = z.object({
  title: z.string(),
  /** The end of its axis. */
  untilMs: z.number().positive(),
  rows: z.array(RecordedRow).min(1),
})

/**
 * A real run of a lab, for those who cannot press its buttons: readers without
 * scripts, and paper. Kept with the code by `npm run record:labs`.
 */
export const LabRecording = z.object({
  label: z.literal('recorded'),
  recordedAt: z.iso.datetime(),
  version: z.string(),
  /** What was pressed, in words. */
  pressed: z.string(),
  /** What no server saw, and so no trace tells. */
  beside: z.string().nullable(),
  /** What the lab wrote on the page when it was over. */
  outcome: z.array(z.string()).min(1),
  traces: z.array(RecordedTrace),
})

export type RecordedTrace = z.infer<typeof RecordedTrace>
export type LabRecording = z.infer<typeof LabRecording>
