const spellings = ['ko', 'k', 'kg', 'kh', 'hong', 'hok', 'khum', 'khom', 'hem', 'hk', 'hg']
const set = new Set(spellings)

/** "Ko", "k", "hok" → "khong"; any other folded word as it is. "K có" is typed more often than "không có". */
export const plainNo = (word: string): string => (set.has(word) ? 'khong' : word)
