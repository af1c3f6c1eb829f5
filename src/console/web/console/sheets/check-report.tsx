import { Alert, Button, List, Text } from '@mantine/core'
import type { AnswerTo } from '../../shared/api.ts'
import { Faults } from './faults.tsx'
import { Noted } from './noted.tsx'
import { type Kind, kindWords } from './sheet-words.ts'

type Checked = AnswerTo<'POST /sheets/check'>

const IDLE = 'Mọi dòng đều giống dữ liệu đang có: không cần nhập.'

interface Props {
  readonly kind: Kind
  readonly of: Checked
  readonly busy: boolean
  readonly onImport: () => void
}

/** What a file would do, or every cell that is wrong in it. */
export function CheckReport({ kind, of, busy, onImport }: Props) {
  if (of.wrong > 0) return <Errors of={of} />
  const { one } = kindWords[kind]
  const isIdle = of.fresh.count === 0 && of.changed.count === 0
  return (
    <Alert color="green" title={`Tệp đúng: ${of.rows} dòng`} role="status">
      <List mb="md">
        <Counted label={`${one} mới`} of={of.fresh} />
        <Counted label={`${one} có thay đổi`} of={of.changed} />
        <List.Item>
          {of.same} {one} giữ nguyên
        </List.Item>
      </List>
      <Noted of={of} />
      {isIdle ? (
        <Text>{of.conflicts.count > 0 ? 'Không còn dòng nào để nhập.' : IDLE}</Text>
      ) : (
        <>
          <Text mb="md">Ai, cái gì không có trong tệp thì vẫn như cũ.</Text>
          <Button onClick={onImport} loading={busy}>
            {kind === 'answers'
              ? `Tạo ${of.fresh.count + of.changed.count} bản nháp`
              : `Nhập ${of.rows} dòng`}
          </Button>
        </>
      )}
    </Alert>
  )
}

function Counted({ label, of: { count, first } }: { readonly label: string; readonly of: Checked['fresh'] }) {
  const more = count > first.length ? ' …' : ''
  return (
    <List.Item>
      {count} {label}
      {count > 0 && `: ${first.join('; ')}${more}`}
    </List.Item>
  )
}

function Errors({ of: { errors, wrong } }: { readonly of: Checked }) {
  return (
    <>
      <Alert color="red" title={`Có ${wrong} chỗ sai, chưa nhập gì`} role="alert" mb="sm">
        <Text>Anh/chị sửa trong tệp, lưu lại, chọn lại tệp rồi kiểm tra lần nữa.</Text>
        {wrong > errors.length && <Text>Dưới đây là {errors.length} chỗ đầu tiên.</Text>}
      </Alert>
      <Faults errors={errors} label="Những chỗ sai" />
    </>
  )
}
