/** What an agent wants changed: an answer of the bot, a line of the talking points, or something else. */
export const suggestionSubjects = ['answer', 'script', 'other'] as const
export type SuggestionSubject = (typeof suggestionSubjects)[number]

export const suggestionStates = ['new', 'taken', 'declined'] as const
export type SuggestionState = (typeof suggestionStates)[number]

export interface NewSuggestion {
  /** Names one tap: sent again, it is the same suggestion. */
  readonly key: string
  readonly about: SuggestionSubject
  /** Which one: "farmer/cost" of the scripts, or the title of an answer. */
  readonly ref: string | undefined
  readonly text: string
}

export interface Suggestion extends Omit<NewSuggestion, 'key'> {
  readonly id: number
  readonly agent: string // id
  readonly agentName: string
  readonly madeAt: Date
  readonly state: SuggestionState
  /** What the officer answers the agent. */
  readonly answer: string | undefined
}

/** How an officer settles one. */
export interface Settled {
  readonly state: Exclude<SuggestionState, 'new'>
  readonly answer: string | undefined
}

/** What agents propose (sáng kiến), for whoever looks after answers and scripts. */
export interface Suggestions {
  put(agent: string, suggestion: NewSuggestion): Promise<void>
  /** The agent's own, newest first. */
  mine(agent: string): Promise<readonly Suggestion[]>
  /** In that state, or all: newest first. */
  list(state: SuggestionState | undefined): Promise<readonly Suggestion[]>
  /** False when there is none with that id. `by`: login. */
  settle(id: number, settled: Settled, by: string): Promise<boolean>
}
