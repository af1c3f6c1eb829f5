import { Anchor, Stack, Text } from '@mantine/core'
import { Link, useParams } from 'wouter'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { AlreadyTold } from '../../shared/lead/already-told.tsx'
import { Call } from '../lead/call.tsx'
import { History } from '../../shared/lead/history.tsx'
import { Offer } from '../lead/offer.tsx'
import { Outcomes } from '../lead/outcomes.tsx'
import { Points } from '../lead/points.tsx'
import { hourInWords } from '../../shared/lead/lead-words.ts'
import { Who } from '../../shared/lead/who.tsx'
import { HandOn } from '../lead/hand-on.tsx'
import { OldAnswer } from '../offline/old-answer.tsx'
import { useKept } from '../offline/use-kept.ts'
import { useQueue } from '../offline/use-queue.ts'
import type { Card } from '../words.ts'

/** One lead: whom to call, what to say first, and what came of it. */
export function Page() {
  const { id = '' } = useParams<{ id: string }>()
  const lead = useKept('GET /my/leads/:id', { params: { id } })
  return (
    <>
      <Anchor component={Link} href="/phieu" underline="always" className="tall-link">
        ‹ Mọi phiếu
      </Anchor>
      <OldAnswer since={lead.oldSince} />
      <Answer of={lead}>{(card) => <LeadCard card={card} />}</Answer>
    </>
  )
}

function LeadCard({ card }: { readonly card: Card }) {
  const waiting = useQueue().filter((one) => one.lead === card.id && one.refused === undefined)
  const isAccepting = waiting.some(({ act }) => act.do === 'accept')
  const isGoing = waiting.some(({ act }) => act.do === 'decline' || act.do === 'hand-on')
  const isOffered = card.state === 'offered'
  return (
    <PageFrame title={card.addressAs} lead={`Phiếu ${card.code}${dueOf(card)}`}>
      <Stack gap="lg">
        {isOffered && !isGoing && <Offer card={card} isAccepting={isAccepting} />}
        {!isOffered && <Call card={card} />}
        <Who card={card} />
        {!isOffered && !isGoing && <Outcomes card={card} />}
        <AlreadyTold card={card} />
        <Points card={card} />
        <History card={card} />
        {(card.state === 'accepted' || card.state === 'contacted') && !isGoing && <HandOn card={card} />}
        {isGoing && <Text>Phiếu này sẽ chuyển cho người khác khi có mạng.</Text>}
      </Stack>
    </PageFrame>
  )
}

function dueOf({ state, acceptBefore, callBefore, appointment, outcome }: Card): string {
  if (state === 'offered') return ` · nhận trước ${hourInWords(acceptBefore)}`
  const isDue = state !== 'closed' && !outcome && appointment === undefined
  return isDue ? ` · gọi trước ${hourInWords(callBefore)}` : ''
}
