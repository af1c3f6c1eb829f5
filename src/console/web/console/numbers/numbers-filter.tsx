import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import type { GivenTo } from '../../shared/api.ts'
import { options, programmeNames } from '../answers/labels.ts'

export type NumbersFilterValues = Required<GivenTo<'GET /numbers'>['query']>
export const noFilter: NumbersFilterValues = {
  ...{ from: '', until: '', page: '', programme: '', commune: '', period: 'month' },
}

const periods = { week: 'Tuần', month: 'Tháng', quarter: 'Quý', year: 'Năm' }

interface Named {
  readonly id: string
  readonly name: string
}
interface Props {
  readonly filter: NumbersFilterValues
  /** Looked at now. */
  readonly days: { readonly from: string; readonly until: string }
  readonly pages: readonly Named[]
  readonly communes: readonly Named[]
  readonly onFilter: (filter: NumbersFilterValues) => void
}

/** Which days, page, programme and commune, and of which period the plans are. */
export function NumbersFilter({ filter, days, pages, communes, onFilter }: Props) {
  const change = (values: Readonly<Record<string, string>>) => onFilter({ ...filter, ...values })
  const choice = (label: string, key: keyof NumbersFilterValues, all: string, of: readonly Named[]) => (
    <NativeSelect
      label={label}
      data={options(Object.fromEntries(of.map(({ id, name }) => [id, name])), all)}
      value={filter[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  )
  const day = (label: string, key: 'from' | 'until') => (
    <TextInput
      type="date"
      label={label}
      value={filter[key] === '' ? days[key] : filter[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  )
  const programmes = Object.entries(programmeNames).map(([id, name]) => ({ id, name }))
  return (
    <SimpleGrid cols={{ base: 2, lg: 6 }} mb="md" role="search" aria-label="Lọc con số">
      {day('Từ ngày', 'from')}
      {day('Đến ngày', 'until')}
      {pages.length > 0 && choice('Trang', 'page', 'Mọi trang', pages)}
      {choice('Loại hình', 'programme', 'Mọi loại hình', programmes)}
      {communes.length > 1 && choice('Xã, phường', 'commune', 'Mọi xã, phường', communes)}
      <NativeSelect
        label="Chỉ tiêu theo"
        data={Object.entries(periods).map(([value, label]) => ({ value, label }))}
        value={filter.period}
        onChange={(event) => change({ period: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
