import type { Store } from './adapters/postgres/store.ts'
import { isServed } from './answers/overlay.ts'
import type { LiveKnowledge } from './app-knowledge.ts'
import { changesOf } from './app-law.ts'
import { answersCiting, answersQuoting } from './decrees/answers-on.ts'
import type { DecreeDesk } from './decrees/desk.ts'
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
    answersOn({ parameter, act }) {
      const on = today()
      const texts = live.answers().texts.filter((text) => isServed(text, on))
      return [
        ...(parameter === undefined ? [] : answersQuoting(parameter, texts, { book: live.law().book, on })),
        ...(act === undefined ? [] : answersCiting(act, texts)),
      ]
    },
    weigh(change) {
      const { texts } = live.answers()
      return workshop.weigh({ texts, changes: changesOf(live.law().decrees), change, today: today() })
    },
    published: () => live.published(),
  }
}
