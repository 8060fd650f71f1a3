import type { Cell } from './ask-as'
import type { Table } from './use-table'
import { callers, callerWords, keyOf, routes, type Route } from './words'

/** Who may do what: a status in each cell, once the server has said it. */
export function PermissionTable({ table }: { table: Table }) {
  return (
    <table className="may-table">
      <caption>Who was answered what</caption>
      <thead>
        <tr>
          <th scope="col">request</th>
          {callers.map((caller) => (
            <th key={caller} scope="col">
              {callerWords[caller].name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {routes.map((route) => (
          <tr key={route.id}>
            <th scope="row">
              {route.title}
              <code>
                {route.method} {shortPath(route)}
              </code>
            </th>
            {callers.map((caller) => {
              const key = keyOf(route, caller)
              return (
                <td key={caller}>
                  <CellButton
                    cell={table.cells[key] ?? null}
                    about={`${callerWords[caller].name}: ${route.title}`}
                    isShown={table.shown === key}
                    isUnderWay={table.busy === key}
                    isDisabled={table.busy !== null}
                    onPress={() => table.press(key)}
                  />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shortPath({ path }: Route): string {
  return path.replace('/api', '').replace(/\?.*/, '')
}

function CellButton({
  cell,
  about,
  isShown,
  isUnderWay,
  isDisabled,
  onPress,
}: {
  cell: Cell | null
  about: string
  isShown: boolean
  isUnderWay: boolean
  isDisabled: boolean
  onPress: () => void
}) {
  const place = cell ? (cell.status >= 400 ? 'r-fail' : 'r-service') : ''
  return (
    <button
      type="button"
      className={`may-cell ${place}`}
      aria-pressed={cell ? isShown : undefined}
      aria-label={cell ? `${about}, ${cell.status}` : `${about}, not asked yet`}
      disabled={isDisabled}
      onClick={onPress}
    >
      {isUnderWay ? '…' : (cell?.status ?? '?')}
    </button>
  )
}
