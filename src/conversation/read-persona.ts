import type { Persona } from './effect.ts'
import { fold } from './fold.ts'

/** How people say what they live by; without marks, as `fold` leaves words. The first that is said counts. */
const said: readonly (readonly [Persona, RegExp])[] = [
  [
    'student',
    /\b(sinh vien|nam cuoi|(sap|moi|vua) (ra truong|tot nghiep)|(di lam|viec) (lan )?dau( tien)?)\b/,
  ],
  [
    'worker',
    /\b(cong nhan|(moi|vua|bi|da) (nghi viec|thoi viec|mat viec|cho nghi)|nghi viec (o|tai)? ?(cong ty|xi nghiep|xuong))\b/,
  ],
  [
    'farmer',
    /\b(nong dan|lam (ruong|nong|ray|vuon|rung|muoi|bien)|trong (lua|rau|che|keo|cam|ca phe|mia|ngo|rung)|chan nuoi|nuoi (tom|ca|bo|lon|heo|ga|trau|vit)|di bien|danh ca|ngu dan)\b/,
  ],
  [
    'trader',
    /\b(buon ban|tieu thuong|tap hoa|ban hang|ban (rau|thit|quan ao|nuoc|com|pho|ve so|online)|mo (quan|cua hang)|chay (xe|grab|cho|ship)|xe om|shipper|lam tu do|lao dong tu do|tho (ho|xay)|phu ho)\b/,
  ],
  ['home', /\b(noi tro|o nha (trong|cham|nuoi) (con|chau)|trong chau)\b/],
  ['older', /\b((gan|sap|qua|den) tuoi (nghi huu|ve huu)|(lon|cao) tuoi roi|gia (roi|ca))\b/],
]
const ownAge =
  /\b(?:toi|minh|bac|ong|ba|me|bo|chu|co)(?: (?:nay|da|cung|nam nay|gan|ngoai|hon)){0,2} (\d{2}) tuoi\b/
const DENIED = /\b(khong|ko|chua|chang|khong phai)( (phai|con|lam|la))*$/
/** Within ten years of a pension, or past it. */
const OLDER_FROM = 52

/** How a person lives, where they tell it by themselves: "tôi làm ruộng". Undefined when nothing is said of it. */
export function readPersona(text: string): Persona | undefined {
  const folded = fold(text)
  for (const [persona, words] of said) {
    const found = words.exec(folded)
    if (found && !DENIED.test(folded.slice(0, found.index).trim())) return persona
  }
  return Number(ownAge.exec(folded)?.[1] ?? 0) >= OLDER_FROM ? 'older' : undefined
}
