import { json, type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { NextAnswers } from '../fake-platform/next-answers.ts'
import { answerNext } from './answer-next.ts'
import type { ZaloCore } from './core.ts'
import { zaloErrorTexts } from './cs-rules.ts'

interface ProfileDesk extends Pick<ZaloCore, 'options' | 'people' | 'strangers'> {
  readonly nextAsks: NextAnswers
}
type Person = NonNullable<ReturnType<ZaloCore['people']['find']>>

const about = z.object({ user_id: z.string() })
const aboutInQuery = z.object({ data: z.string() })
const named = z.object({ name: z.string() })
const dayOf = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }) // DD/MM/YYYY, as Zalo writes it

/** `GET /v3.0/oa/user/detail?data={…}` and `POST /v3.0/oa/quota/message`. */
export function profileRoutes(
  router: Router,
  desk: ProfileDesk,
  complaintOf: (token: string | undefined) => number | undefined,
): void {
  const { people, strangers, options } = desk
  const answer = (req: Request, res: Response, asked: unknown, say: (id: string, of: Person) => object) => {
    const work = () => {
      const complaint = complaintOf(req.get('access_token'))
      const read = about.safeParse(asked)
      const id = read.success ? read.data.user_id : ''
      const person = people.find(id)
      if (complaint !== undefined || !person) return complaint ?? -201
      return person.blocked ? -217 : say(id, person)
    }
    answerNext(desk.nextAsks.take(), { req, res, work, texts: zaloErrorTexts })
  }
  router.get('/v3.0/oa/user/detail', (req, res) => {
    const query = aboutInQuery.safeParse(req.query)
    answer(
      req,
      res,
      query.success ? JSON.parse(query.data.data) : undefined,
      (user_id, { interactedAt }) => ({
        user_id,
        display_name: named.parse(options.profileOf(user_id)).name,
        user_last_interaction_date: interactedAt ? dayOf.format(interactedAt) : '',
        user_is_follower: !strangers.has(user_id),
      }),
    )
  })
  router.post('/v3.0/oa/quota/message', json(), (req, res) =>
    answer(req, res, req.body, (_, { interactedAt }) => ({
      ...(interactedAt && { last_interaction: String(interactedAt.getTime()) }),
      cs_reply: { remain: 8, total: 8 },
      promotion: { daily_remain: 0, daily_total: 1, monthly_remain: 4, monthly_total: 6 },
    })),
  )
}
