export type TimeScale = {
  fromMs: number
  toMs: number
  ticks: { ms: number; at: number; label: string }[]
}

/** A linear axis over the given time, with ticks at round numbers. */
export function timeScale(
  fromMs: number,
  toMs: number,
  wantedTicks = 6,
): TimeScale {
  const length = Math.max(toMs - fromMs, 1e-6)
  const step = niceStep(length / wantedTicks)
  const unit = unitFor(toMs)
  const ticks: TimeScale['ticks'] = []
  const first = Math.ceil(fromMs / step - 1e-9)
  const last = Math.floor(toMs / step + 1e-9)
  for (let i = first; i <= last; i++) {
    const ms = i * step
    const value = trim(ms / unit.ms)
    ticks.push({
      ms,
      at: (ms - fromMs) / length,
      label: i === last ? `${value} ${unit.name}` : value,
    })
  }
  return { fromMs, toMs: fromMs + length, ticks }
}

/** Whether any of a stretch of time is on the axis. */
export function isOnAxis(
  { fromMs, toMs }: TimeScale,
  startMs: number,
  endMs: number,
): boolean {
  return startMs <= toMs && endMs >= fromMs
}

/** Where a time lies on the axis: 0 at its start, 1 at its end. */
export function fractionAt(scale: TimeScale, ms: number): number {
  const at = (ms - scale.fromMs) / (scale.toMs - scale.fromMs)
  return Math.min(1, Math.max(0, at))
}

/** A duration for a narrow column, in milliseconds: `36.5`, `0.04`, `1,240`. */
export function figure(ms: number): string {
  if (ms >= 1000) return grouped(Math.round(ms))
  if (ms >= 100) return ms.toFixed(0)
  if (ms >= 0.095 || ms === 0) return ms.toFixed(1)
  return ms.toFixed(2)
}

/** A duration in words short enough for a label: `36.5 ms`, `1.24 s`. */
export function duration(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${figure(ms)} ms`
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power
}

function unitFor(ms: number): { ms: number; name: string } {
  if (ms >= 1000) return { ms: 1000, name: 's' }
  if (ms < 0.5) return { ms: 0.001, name: 'µs' }
  return { ms: 1, name: 'ms' }
}

function trim(value: number): string {
  return grouped(Number(value.toFixed(3)))
}

/**
 * A number as English writes it: `12,345.5`. A browser's own way of telling
 * would first load what it knows of languages, before the first row is drawn.
 */
export function grouped(value: number): string {
  const [whole = '', part] = String(value).split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? digits : `${digits}.${part}`
}
