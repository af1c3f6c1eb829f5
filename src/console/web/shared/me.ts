import { createContext, useContext } from 'react'
import type { AnswerTo } from './api.ts'

export type Me = NonNullable<AnswerTo<'GET /me'>['me']>

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in. Only below a shell, which shows the sign-in page to everyone else. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe outside the shell')
  return me
}
