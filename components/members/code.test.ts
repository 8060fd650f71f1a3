import { expect, it } from 'vitest'
import { codeInFragment, isWholeCode, spellCode } from './code'

it('a code is spelled alike, however it is typed', () => {
  for (const typed of ['7K2-QFDX', '7k2qfdx', ' 7k2 qf-dx ', '7K2-QFDX99'])
    expect(spellCode(typed)).toBe('7K2-QFDX')
})

it('a code is whole with its seventh sign, and not before', () => {
  expect(isWholeCode(spellCode('7k2'))).toBe(false)
  expect(isWholeCode(spellCode('7k2qfd'))).toBe(false)
  expect(isWholeCode(spellCode('7k2qfdx'))).toBe(true)
})

it('a link’s fragment gives its code, and any other fragment none', () => {
  expect(codeInFragment('#7K2-QFDX')).toBe('7K2-QFDX')
  expect(codeInFragment('#7k2%20qfdx')).toBe('7K2-QFDX')
  for (const other of ['', '#', '#main', '#%', '#code']) {
    expect(codeInFragment(other)).toBeNull()
  }
})
