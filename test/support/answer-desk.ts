import { loadDocuments } from '../../src/adapters/files/load-documents.ts'
import { loadFaqWorld } from '../../src/adapters/files/load-faq-world.ts'
import { loadTopics } from '../../src/adapters/files/load-topics.ts'
import { loadPolicy } from '../../src/adapters/files/load-policy.ts'
import type { Store } from '../../src/adapters/postgres/store.ts'
import type { AnswerDesk } from '../../src/answers/desk.ts'
import type { GateReport } from '../../src/answers/gate.ts'
import { overlaid } from '../../src/answers/overlay.ts'
import type { AnswerText, Revision } from '../../src/answers/revision.ts'
import { answerText } from './answers.ts'

const passing: GateReport = {
  passed: true,
  findings: [],
  golden: { asked: 1, before: 1, after: 1 },
  changes: [],
  counts: { draft: 0, other: 0, choices: 0 },
}

/** The desk over a test store and two small answers; what is published is seen when `published` is called. */
export function answerDeskOver(store: Store, changes: Partial<AnswerDesk> = {}): AnswerDesk {
  const book = loadPolicy('knowledge/policy')
  const register = loadDocuments('knowledge/documents.yaml')
  const files = [answerText('mot'), answerText('hai')]
  let revisions: readonly Revision[] = []
  return {
    revisions: store.revisions,
    workshop: {
      check: async () => passing,
      warm: async () => undefined,
      tryOut: async () => ({ replies: [], session: '{}', why: undefined, steps: [] }),
      close: async () => undefined,
    },
    today: () => '2026-11-27',
    answers: () => ({
      texts: overlaid(
        files,
        revisions.map(({ text }) => text),
      ),
      revisions,
    }),
    files: () => files,
    changes: () => [],
    published: async () => void (revisions = (await store.revisions.served()).revisions),
    found: () => [],
    world: (on) => loadFaqWorld('.', on, { book, register }),
    journeys: () => [],
    topics: () => [],
    preview: async () => ({ zalo: [], messenger: [] }),
    asked: async () => [],
    ...changes,
  }
}

/** The desk over these texts, with the topics, next steps and names of the law that there really are. */
export function realDesk(texts: readonly AnswerText[]): Omit<AnswerDesk, 'revisions'> {
  const desk = answerDeskOver({} as Store) // its store is never asked
  const journeys = [{ id: 'contribution-quote', label: 'Tính mức đóng' }]
  return {
    ...desk,
    answers: () => ({ texts, revisions: [] }),
    files: () => texts,
    topics: () => loadTopics('.'),
    journeys: () => journeys,
  }
}
