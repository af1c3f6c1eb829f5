/** What became of a question, for whoever mends the answers. Its words carry no name, number or address, and nothing says who asked. */
export type QuestionNote = Asked | Judged

export interface Asked {
  readonly kind: 'asked'
  readonly key: string // of this one question; asked again with more words, it keeps its key
  readonly words: string // with personal data left out
  readonly programme: string | undefined // what the talk was about
  readonly outcome: Outcome
  readonly shown: readonly string[] // ids of the answers given or offered
}

export type Outcome = 'answered' | 'choices' | 'not-ours' | 'not-understood' | 'handed-over'

/** What the person made of our answer; the last word counts. */
export interface Judged {
  readonly kind: 'judged'
  readonly key: string
  readonly verdict: 'chosen' | 'helpful' | 'not-meant'
  readonly entry: string | undefined // the one chosen
}
