import recording from '@/recordings/attack-tool.json'

const doors: Record<string, string> = {
  joined: 'The search that joins strings',
  parameter: 'The search with a parameter',
  orders: 'GET /api/orders, its limit and its cursor',
  restaurant: 'GET /api/restaurants/…',
  order: 'GET /api/orders/…',
  traces: 'GET /api/traces/…',
}

/** What an attack tool said of our doors, when and in which version. */
export const attack = {
  tool: `${recording.tool} ${recording.version.split('#')[0]}`,
  recordedOn: recording.recordedAt.slice(0, 10),
  findings: recording.findings.map(
    ({ door, isInjectable, types, tables, requests }) => ({
      door: doors[door] ?? door,
      isInjectable,
      said: isInjectable
        ? `${types.join('; ')}. After ${requests} requests it had listed the tables ${tables.join(' and ')}.`
        : 'Found nothing.',
    }),
  ),
}
