import type { Likely } from './judge.ts'
import { mainTopic } from './search-index.ts'
import { SAME_TOPIC } from './weights.ts'

const SHOWN = 5

/** The five to keep, best first. After the first, another topic goes before a second entry of the same one. */
export function arrange(likely: readonly Likely[], first?: Likely): readonly Likely[] {
  const left = [...likely]
  const chosen: Likely[] = []
  const take = (one: Likely | undefined) => {
    if (one) chosen.push(...left.splice(left.indexOf(one), 1))
  }
  take(first ?? left[0])
  while (chosen.length < SHOWN && left.length > 0) {
    const topics = new Set(chosen.map(topicOf))
    const worth = (one: Likely) => one.likelihood * (topics.has(topicOf(one)) ? SAME_TOPIC : 1)
    take(left.reduce((best, one) => (worth(one) > worth(best) ? one : best)))
  }
  return chosen
}

function topicOf({ ranked }: Likely): string {
  return mainTopic(ranked.item.thing)
}
