import { mapHeight, mapWidth } from './way/streets'

/**
 * The room that the map and its words will take, so that what is below does
 * not move under a finger when they come.
 */
export function EstimateRest() {
  return (
    <div className="estimate is-waiting" aria-hidden="true">
      <svg className="way-map" viewBox={`0 0 ${mapWidth} ${mapHeight}`}>
        <rect className="way-street" width={mapWidth} height={mapHeight} />
      </svg>
      <div className="estimate-words">
        <b>Here by 00:00:00</b>
        <p>The restaurant is 1.0 km away</p>
        <p>
          20 minutes to go, which is 40 seconds here: Plateful’s minutes pass in
          two seconds, so that nobody has to wait.
        </p>
      </div>
    </div>
  )
}
