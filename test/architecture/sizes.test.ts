import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { sources } from '../support/sources.ts'

const FILE_LINES = 200
const FUNCTION_LINES = 40

test(`no source file is longer than ${FILE_LINES} lines`, () => {
  const long = sources()
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > FILE_LINES)
  expect(long).toEqual([])
})

test(`no function is longer than ${FUNCTION_LINES} lines`, () => {
  expect(sources().flatMap(longFunctions)).toEqual([])
})

function longFunctions(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true)
  const found: string[] = []
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineOf(node.end) - lineOf(node.getStart(source)) + 1
      if (lines > FUNCTION_LINES)
        found.push(`${file}:${lineOf(node.getStart(source)) + 1} has ${lines} lines`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
