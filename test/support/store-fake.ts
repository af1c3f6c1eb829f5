import type { HandOverStore, LeadStore, Outbox, Queues, TurnStore } from '../../src/work-ports.ts'
import type { WorkStore } from '../../src/work/work-parts.ts'

const unused = async (): Promise<never> => {
  throw new Error('this test did not expect the store to be asked')
}

/** A store that knows nobody and nothing, except what a test gives it. */
export function fakeStore(changes: {
  readonly leads?: Partial<LeadStore>
  readonly outbox?: Partial<Outbox>
  readonly turns?: Partial<TurnStore>
  readonly queues?: Partial<Queues>
  readonly handOvers?: Partial<HandOverStore>
}): WorkStore {
  return {
    leads: {
      standing: async () => ({ openLeads: [], leftToday: 0, isBlocked: false, openElsewhere: undefined }),
      agents: async () => [],
      belowTarget: async () => () => 0,
      desks: async () => ({ officer: undefined, office: undefined }),
      story: async () => undefined,
      readyToTell: async () => undefined,
      wish: async () => undefined,
      keepTime: async () => ({ reminded: 0, reassigned: 0, supervisors: 0 }),
      told: unused,
      templateTried: async () => undefined,
      ...changes.leads,
    },
    trust: {
      verify: async () => 'unknown',
      compareCode: async () => 'none',
      changeCallTime: async () => undefined,
      points: async () => ({ points: [], office: undefined }),
    },
    outbox: { claim: async () => [], settle: unused, putBack: unused, ...changes.outbox },
    handOvers: { load: async () => undefined, lookAgain: unused, close: unused, ...changes.handOvers },
    turns: { load: async () => [], commit: unused, ...changes.turns },
    queues: {
      work: async () => undefined,
      stuck: async () => [],
      free: unused,
      stop: async () => undefined,
      ...changes.queues,
    },
    personalData: {
      held: async () => ({ leads: [], consents: [] }),
      find: async () => undefined,
      erase: unused,
      eraseAsked: async () => 0,
      eraseAgain: async () => 0,
      export: unused,
      agentErasures: async () => [],
      confirmErasure: unused,
    },
    wake: async () => undefined,
    answers: async () => true,
    tidy: async () => undefined,
    numbers: { sumUp: async () => undefined },
    backUp: async () => undefined,
  }
}
