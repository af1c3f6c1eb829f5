import type { Store } from './adapters/postgres/store.ts'
import { isServed } from './answers/overlay.ts'
import type { LiveKnowledge } from './app-knowledge.ts'
import { changesOf } from './app-law.ts'
import { answersCiting, answersQuoting } from './decrees/answers-on.ts'
import type { DecreeDesk } from './decrees/desk.ts'
import { inSlices } from './in-slices.ts'
import type { Day } from './policy/values.ts'
import type { WholeWorkshop } from './workshop/open-workshop.ts'

export interface DecreeDeskParts {
  readonly store: Pick<Store, 'decrees'>
  readonly live: LiveKnowledge
  readonly workshop: Pick<WholeWorkshop, 'weigh'>
}

/** The desk behind the pages about numbers of the law. */
export function openDecreeDesk({ store, live, workshop }: DecreeDeskParts, today: () => Day): DecreeDesk {
  return {
    decrees: store.decrees,
    today,
    law: () => live.law(),
    async answersOn({ parameter, act }) {
      const on = today()
      const texts = live.answers().texts.filter((text) => isServed(text, on))
      const law = { book: live.law().book, on }
      return [
        ...(parameter === undefined ? [] : await inSlices(answersQuoting(parameter, texts, law))),
        ...(act === undefined ? [] : await inSlices(answersCiting(act, texts))),
      ]
    },
    weigh(change) {
      const { texts } = live.answers()
      return workshop.weigh({ texts, changes: changesOf(live.law().decrees), change, today: today() })
    },
    published: () => live.published(),
  }
}
