import { z } from 'zod'

/** Limits of Meta: characters as people see them. */
const LONGEST_GREETING = 160
const LONGEST_TITLE = 30
const LONGEST_QUESTION = 80
const MOST_QUESTIONS = 4
const MOST_MENU = 20

const title = (longest: number) =>
  z.string().refine((text) => [...text].length <= longest, `không quá ${longest} ký tự`)
const leads = (longest: number) =>
  z.union([
    z.strictObject({ title: title(longest), go: z.string().min(1) }),
    z.strictObject({ title: title(longest), faq: z.string().min(1) }),
  ])
const opens = z.strictObject({ title: title(LONGEST_TITLE), page: z.string().startsWith('/') })

/** What a platform shows before a person writes: a greeting, questions to tap, a menu that is always there. */
export const pageProfile = z.strictObject({
  greeting: z
    .string()
    .refine((text) => [...text].length <= LONGEST_GREETING, `không quá ${LONGEST_GREETING} ký tự`),
  iceBreakers: z.array(leads(LONGEST_QUESTION)).max(MOST_QUESTIONS, `không quá ${MOST_QUESTIONS} câu`),
  menu: z.array(z.union([leads(LONGEST_TITLE), opens])).max(MOST_MENU, `không quá ${MOST_MENU} mục`),
})
export type PageProfile = z.output<typeof pageProfile>
