import { Anchor, Button, Card, FileInput, NativeSelect, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { addressOf } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'
import { useSend } from '../../shared/use-api.ts'
import { asBase64 } from './as-base64.ts'
import { CheckReport } from './check-report.tsx'
import { Imported } from './imported.tsx'
import { type Kind, kinds, kindWords } from './sheet-words.ts'

const MB = 1024 * 1024
const MOST_MB = 4

/** One file in two steps: looked at, then kept. Another file, or another kind, begins anew. */
export function ImportTable() {
  const { kind, file, tooBig, look, keep, made, choose, check, take } = useImport()
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="nhap">
      <Title order={2} size="h4" id="nhap" mb="sm">
        Nhập từ Excel
      </Title>
      <KindSelect kind={kind} onChoose={(chosen) => choose(chosen, null)} />
      <Template kind={kind} />
      <FileInput
        label="Tệp"
        description={`.xlsx, .xls, .ods, .csv hoặc .json, không quá ${MOST_MB} MB, không đặt mật khẩu`}
        placeholder="Chọn tệp trên máy"
        accept=".xlsx,.xls,.ods,.csv,.json"
        value={file}
        onChange={(chosen) => choose(kind, chosen)}
        error={tooBig && `Tệp lớn hơn ${MOST_MB} MB; anh/chị chia thành nhiều tệp.`}
        mb="md"
      />
      <Button
        onClick={() => void check()}
        disabled={!file || tooBig}
        loading={look.isPending}
        mb="md"
        style={{ alignSelf: 'flex-start' }}
      >
        Kiểm tra
      </Button>
      <Complaint error={look.error ?? keep.error} />
      {made && <Imported {...made} />}
      {look.data && (
        <CheckReport kind={kind} of={look.data} busy={keep.isPending} onImport={() => void take()} />
      )}
    </Card>
  )
}

interface KindProps {
  readonly kind: Kind
  readonly onChoose: (kind: Kind) => void
}

function KindSelect({ kind, onChoose }: KindProps) {
  return (
    <NativeSelect
      label="Loại bảng"
      description={kindWords[kind].about}
      value={kind}
      onChange={({ currentTarget }) => onChoose(currentTarget.value as Kind)} // only its options
      data={kinds.map((one) => ({ value: one, label: kindWords[one].label }))}
      mb="xs"
    />
  )
}

function Template({ kind }: { readonly kind: Kind }) {
  return (
    <Text mb="md">
      Chưa có bảng?{' '}
      <Anchor href={addressOf('GET /sheets/template', { query: { kind } })} download underline="always">
        Tải tệp mẫu {kindWords[kind].label.toLowerCase()}
      </Anchor>{' '}
      rồi điền vào; cột có dấu (*) là bắt buộc.
    </Text>
  )
}

function useImport() {
  const [kind, setKind] = useState<Kind>('points')
  const [file, setFile] = useState<File | null>(null)
  const [sent, setSent] = useState('')
  const [made, setMade] = useState<{ readonly batch: string; readonly count: number }>()
  const look = useSend('POST /sheets/check')
  const keep = useSend('POST /sheets/import', ['GET /answer-drafts', 'GET /answers'])
  const choose = (nextKind: Kind, chosen: File | null) => {
    setKind(nextKind)
    setMade(undefined)
    setFile(chosen)
    look.reset()
    keep.reset()
  }
  const check = async () => {
    if (!file) return
    keep.reset()
    const bytes = await asBase64(file)
    setSent(bytes)
    look.mutate({ body: { kind, file: bytes } })
  }
  const take = async () => {
    const checked = look.data?.checked
    if (checked === undefined) return
    keep.mutate(
      { body: { kind, file: sent, checked } },
      {
        onSuccess: ({ rows, moved, notes, batch, fresh, changed }) => {
          const count = fresh.count + changed.count
          const first = kind === 'answers' ? `${count} câu thành bản nháp.` : `Đã nhập ${rows} dòng.`
          tell(saidOf(first, moved, notes), kind)
          choose(kind, null)
          if (batch !== undefined) setMade({ batch, count })
        },
      },
    )
  }
  const tooBig = file !== null && file.size > MOST_MB * MB
  return { kind, file, tooBig, look, keep, made, choose, check, take }
}

/** It stays until it is closed; of drafts the page itself tells. */
function tell(message: string, kind: Kind): void {
  notifications.show({ message, color: 'green', autoClose: kind === 'answers' && 5_000 })
}

function saidOf(first: string, moved: number, notes: readonly string[]): string {
  const leads = moved > 0 ? [`${moved} phiếu đang mở được chuyển cho người khác.`] : []
  return [first, ...leads, ...notes].join(' ')
}
