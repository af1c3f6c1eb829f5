import { loadFaqWorld } from './adapters/files/load-faq-world.ts'
import { loadTopics } from './adapters/files/load-topics.ts'
import type { Store } from './adapters/postgres/store.ts'
import type { AnswerDesk } from './answers/desk.ts'
import type { Law } from './answers/law-findings.ts'
import type { LiveKnowledge } from './app-knowledge.ts'
import { changesOf } from './app-law.ts'
import type { Config } from './config.ts'
import { dayInVietNam } from './conversation/day-in-viet-nam.ts'
import type { FaqWorld } from './faq/check-faq.ts'
import type { Day } from './policy/values.ts'
import type { Clock } from './ports.ts'
import type { Workshop } from './answers/gate.ts'

export interface AnswerDeskParts {
  readonly config: Pick<Config, 'BOT_TODAY'>
  readonly root: string
  readonly store: Pick<Store, 'revisions' | 'questions'>
  readonly live: LiveKnowledge
  readonly clock: Clock
  readonly workshop: Workshop
}

/** The newest questions that an impact preview asks again. */
const MOST_ASKED = 300

/** The desk behind the pages about answers. */
export function openAnswerDesk({ config, root, store, live, clock, workshop }: AnswerDeskParts): AnswerDesk {
  const { home } = live.now()
  const worldOn = onceEach((on, law) => loadFaqWorld(root, on, law))
  const today = () => config.BOT_TODAY ?? dayInVietNam(clock.now())
  return {
    revisions: store.revisions,
    workshop,
    today,
    answers: () => live.answers(),
    files: () => live.files(),
    changes: () => changesOf(live.law().decrees),
    published: () => live.published(),
    found: (question) => {
      const { kind, entries } = live.now().finder.ask(question)
      return kind === 'answer' || kind === 'choices' ? entries.map(({ entry }) => entry.id) : []
    },
    world: (on) => worldOn(on, live.law()),
    topics: () => loadTopics(root).map(({ id, label }) => ({ id, label })),
    journeys: () =>
      worldOn(today(), live.law()).journeys.flatMap((id) => {
        const key = `go.${id}`
        return home.has(key) ? [{ id, label: home.say(key).join(' ') }] : []
      }),
    preview: async (text, on) => {
      const { preview } = await import('./workshop/preview.ts') // botbuilder is loaded by now
      return preview(live.now(), text, on)
    },
    asked: async () => (await store.questions.list('all', MOST_ASKED)).map(({ words }) => words),
  }
}

/** The last one is kept: made anew on another day, and when the law we know has changed. */
function onceEach(make: (on: Day, law: Law) => FaqWorld): (on: Day, law: Law) => FaqWorld {
  let made: { readonly on: Day; readonly world: FaqWorld } | undefined
  return (on, law) => {
    if (made?.on !== on || made.world.book !== law.book) made = { on, world: make(on, law) }
    return made.world
  }
}
