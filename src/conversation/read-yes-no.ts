import { fold } from './fold.ts'

const yes =
  'co|co chu|u|uh|uk|um|uhm|uh huh|o|ok|oke|okie|oki|okay|okela|okla|dong y|vang|phai|dung|dung roi|dung vay|phai roi|roi|duoc|dc|duoc chu|yes|yep|y|chuan|nhat tri|muon|co muon|san sang|chinh xac|dung the|chap nhan|tat nhien|duong nhien|khong sai|ko sai|du roi|du tuoi'
const no =
  'khong|ko|k|kg|kh|hong|hok|hem|khum|khom|hk|no|nope|thoi|chua|dung ma|khong can|ko can|k can|khong phai|ko phai|k phai|khong dong y|ko dong y|k dong y|khong muon|ko muon|k muon|chua muon|chua dong y|tu choi|khoi|de sau|sai|sai roi|khong dung|ko dung|k dung|khong duoc|ko duoc|k dc|ko dc|chua phai|khong co|ko co|k co|chua co|chua dung|chua du|khong chap nhan'
const softener =
  'da|thua|em|e|chau|con|toi|minh|bac|chi|anh|chu|ad|shop|oi|a|ah|nha|nhe|nhen|nghen|ne|nhi|ha|di|luon|r|do|vay|the|thi|nua|dau|cam on|cam on em|voi|het|that|mh|hihi|hi|nhoa'

const meaning = new Map<string, 'yes' | 'no' | 'softener'>([
  ...softener.split('|').map((phrase) => [phrase, 'softener'] as const),
  ...yes.split('|').map((phrase) => [phrase, 'yes'] as const),
  ...no.split('|').map((phrase) => [phrase, 'no'] as const),
])
const LONGEST_PHRASE = 3

/** "dạ có ạ", "ừ đúng rồi em", "ko cần đâu" → yes or no. Any word it does not know, or both at once → undefined. */
export function readYesNo(said: string): 'yes' | 'no' | undefined {
  const heard = fold(said).match(/[a-z0-9]+/g) ?? []
  const meant = meaningsOf(heard)
  if (meant === undefined) return undefined
  const answers = new Set(meant.filter((one) => one !== 'softener'))
  if (answers.size === 0) return heard[0] === 'da' ? 'yes' : undefined
  if (answers.size === 2) return undefined
  return answers.has('yes') ? 'yes' : 'no'
}

/** The message cut into the longest phrases known; undefined as soon as one word is unknown. */
function meaningsOf(heard: readonly string[]): ('yes' | 'no' | 'softener')[] | undefined {
  const meant: ('yes' | 'no' | 'softener')[] = []
  for (let at = 0; at < heard.length;) {
    const length = [...Array(LONGEST_PHRASE).keys()]
      .map((shorter) => LONGEST_PHRASE - shorter)
      .find((words) => meaning.has(heard.slice(at, at + words).join(' ')))
    const found = length === undefined ? undefined : meaning.get(heard.slice(at, at + length).join(' '))
    if (length === undefined || found === undefined) return undefined
    meant.push(found)
    at += length
  }
  return meant
}
