import { NativeSelect, SimpleGrid } from '@mantine/core'
import { options, programmeNames } from '../answers/labels.ts'
import type { GivenTo } from '../../shared/api.ts'

export type QuestionFilterValues = Required<
  Pick<GivenTo<'GET /questions'>['query'], 'weeks' | 'why' | 'programme' | 'place'>
>
export const noFilter: QuestionFilterValues = { weeks: '4', why: '', programme: '', place: '' }

const weeks = { '1': 'Một tuần qua', '4': 'Bốn tuần qua', '12': 'Mười hai tuần qua' }
const whys = {
  'not-understood': 'Bot chưa hiểu',
  'not-meant': 'Bà con bảo chưa đúng ý',
  'not-ours': 'Bot từ chối: không thuộc việc của mình',
}

interface Props {
  readonly filter: QuestionFilterValues
  readonly places: readonly string[]
  readonly onFilter: (filter: QuestionFilterValues) => void
}

/** Which questions: since when, why, of which programme, on which page. */
export function QuestionFilter({ filter, places, onFilter }: Props) {
  const change = (values: Readonly<Record<string, string>>) => onFilter({ ...filter, ...values })
  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} mb="md" role="search" aria-label="Lọc câu hỏi">
      <NativeSelect
        label="Thời gian"
        data={Object.entries(weeks).map(([value, label]) => ({ value, label }))}
        value={filter.weeks}
        onChange={(event) => change({ weeks: event.currentTarget.value })}
      />
      <NativeSelect
        label="Vì sao"
        data={options(whys, 'Mọi lý do')}
        value={filter.why}
        onChange={(event) => change({ why: event.currentTarget.value })}
      />
      <NativeSelect
        label="Chương trình"
        data={options(programmeNames, 'Mọi chương trình')}
        value={filter.programme}
        onChange={(event) => change({ programme: event.currentTarget.value })}
      />
      <NativeSelect
        label="Trang, xã"
        data={[{ value: '', label: 'Mọi trang' }, ...places]}
        value={filter.place}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
