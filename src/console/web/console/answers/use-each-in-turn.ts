import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../shared/api.ts'
import { useSend } from '../../shared/use-api.ts'
import type { ListedDraft } from './batch.ts'

export interface Going {
  readonly done: number
  readonly all: number
}

/** Sends or signs drafts one after the other; what is refused stays, with why, and the next ones go on. */
export function useEachInTurn() {
  const client = useQueryClient()
  const [going, setGoing] = useState<Going>()
  const [troubles, setTroubles] = useState<ReadonlyMap<number, string>>(new Map())
  const submit = useSend('POST /answer-drafts/:id/submit')
  const approve = useSend('POST /answer-drafts/:id/approve')
  const each = async (drafts: readonly ListedDraft[], step: (draft: ListedDraft) => Promise<unknown>) => {
    const found = new Map<number, string>()
    for (const [done, draft] of drafts.entries()) {
      setGoing({ done, all: drafts.length })
      await step(draft).catch((error: unknown) => found.set(draft.id, wordsOf(error)))
    }
    setGoing(undefined)
    setTroubles(found)
    for (const key of ['GET /answer-drafts', 'GET /answers'])
      await client.invalidateQueries({ queryKey: [key] })
  }
  const given = ({ id, version }: ListedDraft) => ({ params: { id: String(id) }, body: { version } })
  return {
    ...{ going, troubles },
    submit: (drafts: readonly ListedDraft[]) => each(drafts, (one) => submit.mutateAsync(given(one))),
    approve: (drafts: readonly ListedDraft[]) => each(drafts, (one) => approve.mutateAsync(given(one))),
  }
}

function wordsOf(error: unknown): string {
  return error instanceof ApiError ? error.message : 'Chưa gửi được. Anh/chị thử lại.'
}
