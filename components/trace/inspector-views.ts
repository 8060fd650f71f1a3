import type { Place } from './place-of'

export const inspectorViews = ['code', 'wire', 'data', 'why'] as const
export type InspectorView = (typeof inspectorViews)[number]

export const viewTitles: Record<InspectorView, string> = {
  code: 'Code',
  wire: 'Wire',
  data: 'Data',
  why: 'Why',
}

/** The light side is the reader's machine, the dark side everybody else's. */
export function surfaceOf(place: Place): 'front' | 'back' {
  return place === 'browser' || place === 'network' ? 'front' : 'back'
}
