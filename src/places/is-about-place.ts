import type { Mention, Mentions } from './find-mentions.ts'
import { isTierWord } from './place-tiers.ts'
import { placeKey, placeMarks, type PlaceWord } from './place-words.ts'

const around = new Set(
  'o tai em chau minh toi bac anh chi co chu ong ba con nha que song dang ben nay la cu moi a ah nhe nha ad oi thi thuoc tren duoi trong day ho khau vn viet nam r roi da nhen do ne cung duoc va vang gio truoc'.split(
    ' ',
  ),
)
const MOST_OTHER_WORDS = 3

/**
 * Is the text about a place? A bare name of a commune in a long sentence may be an ordinary word ("thống nhất lại
 * với em nhé"); after "xã", or with a district or province beside it, it is a place.
 */
export function isAboutPlace({ words, found: all }: Mentions): boolean {
  const found = all.filter((one) => isPlain(one) || isAsMarked(one, words))
  if (found.length > 1 || found.some(isPlain) || all.length === 0) return true
  const others = words.filter(
    (word, at) =>
      !around.has(word.key) && !isTierWord(word) && !found.some(({ from, to }) => from <= at && at < to),
  )
  return others.length <= MOST_OTHER_WORDS
}

const isPlain = ({ tier, means }: Mention) =>
  tier !== undefined || means.some(({ level }) => level === 'province')

/** "gia đình" is not the ward Gia Định. */
function isAsMarked({ from, to, means }: Mention, words: readonly PlaceWord[]): boolean {
  const said = words.slice(from, to)
  const marks = placeMarks(said)
  return marks === placeKey(said) || means.some(({ marked }) => marked === marks)
}
