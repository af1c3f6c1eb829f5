import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { parameterFile, type Parameter } from '../../policy/parameter-file.ts'
import { PolicyBook } from '../../policy/policy-book.ts'

/** Reads every parameter file of a folder; throws an error that names the file and the field. */
export function loadPolicy(folder: string): PolicyBook {
  return new PolicyBook(loadParameters(folder))
}

/** The parameters as written, for checks that must see entries the book would hide. */
export function loadParameters(folder: string): readonly Parameter[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  return files.map((name) => readParameter(join(folder, name)))
}

function readParameter(path: string): Parameter {
  const read = parameterFile.safeParse(parse(readFileSync(path, 'utf8')))
  if (!read.success) {
    const wrong = read.error.issues.map(({ path: field, message }) => `${field.join('.')}: ${message}`)
    throw new Error(`${path}: ${wrong.join('; ')}`)
  }
  if (`${read.data.name}.yaml` !== basename(path)) throw new Error(`${path}: name phải trùng tên tệp`)
  return read.data
}
