import AGuestLooksAtTheWeather from './a-guest-looks-at-the-weather.mdx'
import AskTheWeatherService from './ask-the-weather-service.mdx'
import CallAnotherService from './call-another-service.mdx'
import InsertBreakers from './insert-breakers.mdx'
import InsertWeather from './insert-weather.mdx'
import LookForKeptWeather from './look-for-kept-weather.mdx'
import ReadThePlace from './read-the-place.mdx'
import SelectWeather from './select-weather.mdx'
import UpdateBreakers from './update-breakers.mdx'

/** The notes of the steps about the weather, and of those who know it. */
export const weatherNotes = {
  'a guest looks at the weather': AGuestLooksAtTheWeather,
  'read the place': ReadThePlace,
  'look for kept weather': LookForKeptWeather,
  'ask the weather service': AskTheWeatherService,
  'call another service': CallAnotherService,
  'SELECT weather': SelectWeather,
  'INSERT weather': InsertWeather,
  'INSERT breakers': InsertBreakers,
  'UPDATE breakers': UpdateBreakers,
}
