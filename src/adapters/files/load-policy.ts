import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { parameterFile, type Parameter } from '../../policy/parameter-file.ts'
import { kept } from './kept.ts'
import { PolicyBook } from '../../policy/policy-book.ts'

/** Reads every parameter file of a folder; throws an error that names the file and the field. */
export function loadPolicy(folder: string): PolicyBook {
  return new PolicyBook(loadParameters(folder))
}

/** The parameters as written, for checks that must see entries the book would hide. */
export function loadParameters(folder: string): readonly Parameter[] {
  const paths = filesOf(folder)
  const texts = paths.map((path) => readFileSync(path, 'utf8'))
  return kept('policy', [...paths, ...texts], () => paths.map(readParameter))
}

/** The parameters that can be read, and what is wrong with each file that cannot. */
export function loadReadable(folder: string): {
  readonly parameters: readonly Parameter[]
  readonly faults: readonly { readonly file: string; readonly say: string }[]
} {
  const read = filesOf(folder).map((path) => {
    try {
      return { parameter: readParameter(path) }
    } catch (error) {
      return { file: basename(path), say: reasonOf(error).replace(`${path}: `, '') }
    }
  })
  return {
    parameters: read.flatMap(({ parameter }) => parameter ?? []),
    faults: read.flatMap(({ file, say }) => (file === undefined ? [] : [{ file, say }])),
  }
}

function filesOf(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.sort().map((name) => join(folder, name))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
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
