/** Where six couriers have to go today: eight doors each, in metres. */
const rounds = [3, 5, 7, 11, 13, 17].map((courier) =>
  Array.from({ length: 8 }, (_, door) => [
    (courier * 97 + door * 389) % 1000,
    (courier * 61 + door * 233) % 1000,
  ]),
)

/**
 * How far all six ride if each takes the shortest way. It is found by trying
 * every order of the doors, six times 40,320 of them: real computing, and the
 * same amount of it every time.
 */
export function addUpRounds() {
  let metres = 0
  for (const doors of rounds) metres += shortestWay(doors, [], 0)
  return Math.round(metres)
}

/** The shortest way past all doors that goes on from those visited. */
function shortestWay(doors, visited, metres) {
  if (visited.length === doors.length) return metres
  const here = visited.at(-1)
  let shortest = Infinity
  for (const door of doors) {
    if (visited.includes(door)) continue
    visited.push(door)
    const step = here ? Math.hypot(door[0] - here[0], door[1] - here[1]) : 0
    shortest = Math.min(shortest, shortestWay(doors, visited, metres + step))
    visited.pop()
  }
  return shortest
}
