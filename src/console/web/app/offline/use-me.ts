import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AnswerTo } from '../../shared/api.ts'
import { forgetAnswers } from './kept.ts'
import { type KeptAnswer, useKept } from './use-kept.ts'

/**
 * Who is signed in, also without a network. As soon as the server says nobody (signed out elsewhere, switched off, time
 * over), what was kept goes; taps that were not sent yet wait for the same person.
 */
export function useSignedIn(): KeptAnswer<AnswerTo<'GET /me'>> {
  const me = useKept('GET /me', {})
  const client = useQueryClient()
  const isNobody = me.error === null && me.data !== undefined && me.data.me === undefined
  useEffect(() => {
    if (!isNobody) return
    void forgetAnswers()
    client.removeQueries({ predicate: ({ queryKey: [key] }) => key !== 'GET /me' })
  }, [isNobody, client])
  return me
}
