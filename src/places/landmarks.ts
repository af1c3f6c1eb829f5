import type { PlaceWord } from './place-words.ts'

/**
 * Words in front of a name that make it a market, a street, a hamlet: no commune is guessed from those. Words that
 * mean something else without their marks count only with them ("đến" is not "đền").
 */
const plain = keys(
  'cho|benh vien|bv|duong|pho|ngo|ngach|hem|chua|ga|san bay|ben xe|kcn|khu cong nghiep|khu do thi|kdt|sieu thi|cong vien|nga ba|nga tu|dai hoc|truong|thpt|thcs|tieu hoc|nha may|cong ty|cty|ngan hang|buu dien|chung cu|nha tho|quoc lo|thon|xom|ap|khoi|lang|khu pho|to dan pho|quan an|nha hang',
)
const marked = keys(
  'chợ|đền|đình|bản|cầu|hồ|biển|núi|toà|tòa|buôn|sóc|khóm|tổ|chợ|đường|phố|ngõ|trường|làng|ấp|hẻm',
)
const nears = keys('gan|canh|ben canh|sat|giap|doi dien|cach|tren duong toi')

function keys(list: string): ReadonlySet<string> {
  return new Set(list.split('|'))
}

/** Do the words before a name make it a landmark? */
export function isLandmarkAtEnd(before: readonly PlaceWord[]): boolean {
  return [1, 2, 3].some((count) => {
    const words = before.slice(-count)
    if (words.length < count || words.slice(1).some(({ opens }) => opens)) return false
    const typed = words.map((one) => one.typed).join(' ')
    const key = words.map((one) => one.key).join(' ')
    return marked.has(typed) || (plain.has(key) && !hasOtherMarks(words, key))
  })
}

/** "gần", "cạnh", "đối diện": the place is near, not where the person lives. */
export function isNearAtEnd(before: readonly PlaceWord[]): boolean {
  return [1, 2].some((count) =>
    nears.has(
      before
        .slice(-count)
        .map(({ key }) => key)
        .join(' '),
    ),
  )
}

/** "cho" and "chợ" look alike without marks: a word typed with marks of its own must be the listed one. */
function hasOtherMarks(words: readonly PlaceWord[], key: string): boolean {
  const typed = words.map((one) => one.typed).join(' ')
  return typed !== key && ambiguous.has(key)
}
const ambiguous = keys('cho|duong|pho|ngo|ga|truong|lang|hem|ap')
