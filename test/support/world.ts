import type { World } from '../../dialogs/world.ts'
import type { Day } from '../../src/policy/values.ts'
import { desk, knowledge } from './talk.ts'

/** What journeys see on a day, in the demo province. */
export function worldOn(today: Day): World {
  const { policy, places, scams } = knowledge
  return {
    today,
    policy,
    places,
    scams,
    home: desk.home,
    code: '0a1b2c3d',
    consent: {
      ...{ version: 'v', hash: 'h', agree: 'Tôi đồng ý', refuse: 'Tôi không đồng ý' },
      beneficiary: { version: 'w', hash: 'i' },
    },
    talk: { programme: 'general', explained: [], quote: undefined },
  }
}
