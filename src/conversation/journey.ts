import type { Effect } from './effect.ts'
import type { SharedContact } from './said.ts'

/** What a person said to a question: words, or the payload and label of a tapped button. */
export interface Spoken {
  readonly text: string
  readonly payload?: string
}

/** A button of a question: a key of the copy, or words made on the spot (an amount, a commune). */
export type Choice = { readonly key: string } | { readonly label: string }

export interface Question<T, Answers, World> {
  choices?(answers: Readonly<Partial<Answers>>, world: World): readonly Choice[]
  /** Reads what the person typed or tapped. `undefined` means "not understood": we ask again, we never guess. */
  read(said: Spoken, world: World, answers: Readonly<Partial<Answers>>): T | undefined
  /** The answer in a few words, where no button says it. */
  inWords?(value: T): string
  /** The answer that "bỏ qua" stands for; without it the question cannot be skipped. */
  readonly skip?: T
  /** Takes any words as the answer, so a question to us must be looked for first. */
  readonly free?: true
  /** Its buttons carry a one-time code, and nothing but those buttons or their exact words counts: consent. */
  readonly sealed?: true
  /** The platform's own contact form, where it has one, may answer it and others at once. */
  form?(answers: Readonly<Partial<Answers>>): boolean
}

type Values = Readonly<Record<string, string>>

export interface Ask<Name extends string = string> {
  readonly ask: Name
  readonly with: Values // for {holes} of the question's words
  readonly note: string | undefined // copy key said before the question: why it is asked again
  readonly isSaidOnce?: true // the note is long: not again when a side question brought us back
}

export interface End<Name extends string = string> {
  readonly end: Name // copy says it under "end.<name>"
  readonly with: Values
  readonly before: readonly string[] // copy keys said before it
  readonly also: readonly string[] // further copy keys, said after it
  readonly effects: readonly Effect[]
  readonly offers: readonly string[] // what to offer next: journeys and home words
  readonly receipts: readonly string[] // of the sums just shown, the main one first
}

/** `return ask('group')` and `return end('quote', …)` are the only two things `next` ever says. */
export const ask = <Name extends string>(
  name: Name,
  values: Values = {},
  note?: string,
  isSaidOnce?: true,
): Ask<Name> => ({
  ask: name,
  with: values,
  note,
  ...(isSaidOnce && { isSaidOnce }),
})
export const end = <Name extends string>(
  name: Name,
  values: Values = {},
  more: Partial<Pick<End, 'before' | 'also' | 'effects' | 'offers' | 'receipts'>> = {},
): End<Name> => ({
  end: name,
  with: values,
  before: more.before ?? [],
  also: more.also ?? [],
  effects: more.effects ?? [],
  offers: more.offers ?? [],
  receipts: more.receipts ?? [],
})

/** What a dialog author writes: the questions, the ways it can end, and the one function that decides what is next. */
export interface Plan<Answers extends object, EndName extends string, World> {
  readonly id: string
  readonly questions: { readonly [Name in keyof Answers]-?: Question<Answers[Name], Answers, World> }
  /** Each way it can end, with the {names} its copy may use. */
  readonly ends: { readonly [Name in EndName]: readonly string[] }
  /** Answers that fall with another: a new phone must be read back again. */
  readonly falls?: { readonly [Name in keyof Answers]?: readonly (keyof Answers & string)[] }
  next(answers: Readonly<Partial<Answers>>, world: World): Ask<keyof Answers & string> | End<EndName>
  /** The answers a contact form gives where it may be used now; undefined where it may not. */
  take?(
    contact: SharedContact,
    answers: Readonly<Partial<Answers>>,
    world: World,
  ): { readonly [Name in keyof Answers]?: Answers[Name] | undefined } | undefined
  /** The answers a first message gives away by itself: "tôi 58 tuổi, đóng 12 năm, có lương hưu không". */
  hear?(text: string, world: World): { readonly [Name in keyof Answers]?: Answers[Name] | undefined }
}

/** Plain data, saved between turns. Answers are kept by name, never by step number, in the order they were given. */
export interface Progress {
  readonly answers: Readonly<Record<string, unknown>>
  readonly asking: string
}

export interface Asking {
  readonly kind: 'asking'
  readonly progress: Progress
  readonly choices: readonly Choice[]
  readonly with: Values
  readonly note: string | undefined
  readonly understood: boolean
  /** The platform's contact form may be shown with it. */
  readonly form: boolean
}
export type Retold = Progress['answers'] | undefined
export type Moved =
  Asking | { readonly kind: 'ended'; readonly end: End; readonly answers: Progress['answers'] }

/**
 * A conversation with one purpose. Because its whole memory is the named answers, a release that adds,
 * removes or reorders questions cannot strand a person half-way: we simply look again.
 */
export interface Journey<World> {
  readonly id: string
  readonly questions: Readonly<Record<string, Question<unknown, Readonly<Record<string, unknown>>, World>>>
  readonly ends: Readonly<Record<string, readonly string[]>>
  /** With what is known already, such as what `hears` found in the message that led here. */
  begin(world: World, known?: Progress['answers']): Moved
  hears(text: string, world: World): Progress['answers']
  /** Would this be an answer to the question that is open? */
  understands(progress: Progress, said: Spoken, world: World): boolean
  answer(progress: Progress, said: Spoken, world: World): Moved
  /** Goes on with what a contact form told; undefined where that is not wanted now. */
  take(progress: Progress, contact: SharedContact, world: World): Moved | undefined
  /** The answers with this one put in, whichever question it is for; undefined when none or several would take it. */
  retell(progress: Progress, said: Spoken, world: World, among: 'missing' | 'all'): Retold
  /** Takes the last answer back, or one by name, and looks again. */
  takeBack(progress: Progress, world: World, name?: string): Moved
  /** The open question once more. */
  again(progress: Progress, world: World): Moved
}
