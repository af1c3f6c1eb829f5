/** One word of a message or of an entry, ready to be compared. */
export interface Word {
  readonly plain: string // folded: "dong"
  readonly marked?: string // as typed with marks, when they were typed: "đóng"
  readonly sure: number // 1, or less when we corrected a misspelling
}

/** A stretch of a message between full stops, question marks and commas. */
export interface Clause {
  readonly words: readonly Word[]
  readonly asks: boolean
}

/** Are these the same word? Marks only count when both were typed. */
export function sameWord(one: Word, other: Word): boolean {
  return one.plain === other.plain && marksAgree(one, other)
}

export function marksAgree(one: Word, other: Word): boolean {
  return one.marked === undefined || other.marked === undefined || one.marked === other.marked
}
