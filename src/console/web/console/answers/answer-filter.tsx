import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useApi } from '../../shared/use-api.ts'
import { audienceNames, options, programmeNames } from './labels.ts'

export interface FilterValues {
  readonly find: string
  readonly topic: string
  readonly programme: string
  readonly audience: string
  readonly owner: string
  readonly checkedBefore: string
  readonly state: '' | 'served' | 'off' | 'drafting' | 'submitted' | 'approved'
  readonly changing: '' | 'yes'
}

export const noFilter: FilterValues = {
  ...{ find: '', topic: '', programme: '', audience: '', owner: '', checkedBefore: '' },
  state: '',
  changing: '',
}

const states = {
  served: 'Đang dùng',
  off: 'Không dùng',
  drafting: 'Có bản đang soạn',
  submitted: 'Chờ duyệt',
  approved: 'Đã duyệt, chờ giờ',
}

interface Props {
  readonly filter: FilterValues
  readonly onFilter: (filter: FilterValues) => void
}

export function AnswerFilter({ filter, onFilter }: Props) {
  const topics = useApi('GET /answer-words', {}).data?.topics ?? []
  const field = (name: keyof FilterValues) => ({
    value: filter[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onFilter({ ...filter, [name]: event.currentTarget.value }),
  })
  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm" mb="md" component="form" role="search">
      <TextInput
        label="Tìm như bà con hỏi"
        description="Có dấu hay không dấu đều được"
        {...field('find')}
        style={{ gridColumn: '1 / -1' }}
      />
      <NativeSelect
        label="Chủ đề"
        data={[{ value: '', label: 'Tất cả' }, ...topics.map(({ id, label }) => ({ value: id, label }))]}
        {...field('topic')}
      />
      <NativeSelect label="Loại hình" data={options(programmeNames, 'Tất cả')} {...field('programme')} />
      <NativeSelect label="Viết cho ai" data={options(audienceNames, 'Tất cả')} {...field('audience')} />
      <NativeSelect label="Tình trạng" data={options(states, 'Tất cả')} {...field('state')} />
      <NativeSelect
        label="Số của luật"
        data={options({ yes: 'Có số sắp đổi (90 ngày)' }, 'Tất cả')}
        {...field('changing')}
      />
      <TextInput label="Đối chiếu trước ngày" type="date" {...field('checkedBefore')} />
      <TextInput label="Người phụ trách" {...field('owner')} />
    </SimpleGrid>
  )
}
