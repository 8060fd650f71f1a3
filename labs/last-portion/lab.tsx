'use client'

import { LabStage } from '@/components/lab/lab-stage'
import { SpokenLine } from '@/components/trace/spoken-line'
import { HandBar, HandGuests } from './by-hand'
import { HandStory } from './hand-story'
import { Often } from './often'
import { sentenceOf } from './sentence'
import { useRace } from './use-race'

/** Two guests and one portion: by hand first, then two hundred times. */
export function LastPortionLab() {
  const race = useRace()
  return (
    <div className="last-portion">
      <LabStage
        bar={<HandBar race={race} />}
        front={<HandGuests race={race} />}
        back={<HandStory race={race} />}
        below={<Often />}
      />
      <SpokenLine>{sentenceOf(race.way, race.story)}</SpokenLine>
    </div>
  )
}
