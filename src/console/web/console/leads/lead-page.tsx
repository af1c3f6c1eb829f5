import { Anchor, Badge, Group, Stack, Text } from '@mantine/core'
import { Link, useParams } from 'wouter'
import type { Role } from '../../../../staff/role.ts'
import { outcomeLabels, programmeLabel } from '../../../labels.ts'
import { instantInWords } from '../../shared/instants.ts'
import { Facts } from '../../shared/lead/facts.tsx'
import { hourInWords } from '../../shared/lead/lead-words.ts'
import { Part } from '../../shared/lead/part.tsx'
import { useMe } from '../../shared/me.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { DeskWork } from './desk-work.tsx'
import { GiveLead } from './give-lead.tsx'
import { FactList, Trails } from './lead-past.tsx'
import { PlaceLead } from './place-lead.tsx'
import { type Card, stateNames } from './leads-words.ts'

/** One lead: whose it is and why; what a desk does with it. */
export function Page() {
  const { id = '' } = useParams<{ id: string }>()
  const lead = useApi('GET /leads/:id', { params: { id } })
  return (
    <>
      <Anchor component={Link} href="/phieu" underline="always" className="tall-link">
        ‹ Mọi phiếu
      </Anchor>
      <Answer of={lead}>{(card) => <Lead card={card} />}</Answer>
    </>
  )
}

function Lead({ card }: { readonly card: Card }) {
  const { role } = useMe()
  const isOpen = card.state !== 'closed' && card.keeping === 'held'
  return (
    <PageFrame title={`Phiếu ${card.code}`} lead={`${card.commune} · ${programmeLabel(card.programme)}`}>
      <Stack gap="lg">
        <Standing card={card} />
        {isOpen && <Work card={card} role={role} />}
        <Trails trails={card.trails} />
        <FactList history={card.history} />
      </Stack>
    </PageFrame>
  )
}

function Work({ card, role }: { readonly card: Card; readonly role: Role }) {
  const isDesks = card.owner.kind !== 'agent'
  const mayWork = role === 'officer' || role === 'admin'
  return (
    <>
      {mayWork && isDesks && <DeskWork key={card.owner.kind} card={card} />}
      {mayWork && isDesks && card.isPlaceless && <PlaceLead card={card} />}
      {mayWork && !isDesks && (
        <Text>Nhân viên thu đang giữ phiếu: thông tin của bà con chỉ người giữ phiếu được xem.</Text>
      )}
      {role !== 'commune' && !card.isByChat && !card.isPlaceless && <GiveLead card={card} />}
    </>
  )
}

const goneWords = {
  withdrawn: 'Bà con đã rút lại sự đồng ý: không ai được gọi nữa.',
  erased: 'Bà con đã yêu cầu xoá dữ liệu: hệ thống chỉ còn giữ phiếu để đếm.',
} as const

function Standing({ card }: { readonly card: Card }) {
  const { owner, state, isLate, acceptBefore, callBefore, capturedAt, outcome, rating, keeping } = card
  const due =
    state === 'offered' && owner.kind === 'agent' ? `Nhận trước ${hourInWords(acceptBefore)}, gọi` : 'Gọi'
  const rows = [
    ['Nhờ gọi lúc', instantInWords(capturedAt)],
    ['Ai giữ phiếu', owner.name],
    ...(state === 'closed' ? [] : [['Hạn', `${due} trước ${hourInWords(callBefore)}`]]),
    ...(card.appointment === undefined ? [] : [['Đã hẹn', hourInWords(card.appointment)]]),
    ...(card.notReached === 0 ? [] : [['Gọi không được', `${card.notReached} lần`]]),
    ...(outcome === undefined ? [] : [['Kết quả', outcomeLabels[outcome]]]),
    ...(rating === undefined ? [] : [['Bà con chấm', `${rating}/5`]]),
  ]
  return (
    <Part title="Tình trạng">
      <Group gap="xs" mb="xs">
        <Badge color={state === 'offered' ? 'amber' : 'brand'}>{stateNames[state]}</Badge>
        {isLate && <Badge color="red.9">Quá giờ</Badge>}
        {card.isByChat && <Badge color="gray.8">Chỉ nhắn trên trang</Badge>}
      </Group>
      {keeping !== 'held' && <Text fw={600}>{goneWords[keeping]}</Text>}
      <Facts rows={rows} />
    </Part>
  )
}
