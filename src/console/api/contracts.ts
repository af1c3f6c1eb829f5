import { answersContract } from './answers-contract.ts'
import { deskContract } from './desk-contract.ts'
import { decreesContract } from './decrees-contract.ts'
import { handOversContract } from './hand-overs-contract.ts'
import { leadsContract } from './leads-contract.ts'
import { myLeadsContract } from './my-leads-contract.ts'
import { myWorkContract } from './my-work-contract.ts'
import { numbersContract } from './numbers-contract.ts'
import { operationsContract } from './operations-contract.ts'
import { questionsContract } from './questions-contract.ts'
import { sheetsContract } from './sheets-contract.ts'
import { signInContract } from './sign-in-contract.ts'
import { staffContract } from './staff-contract.ts'
import { strangeCallersContract } from './strange-callers-contract.ts'

/** The role × route matrix, whole: one line an area. Pages take their types from here, the router its rows. */
export const contracts = {
  ...answersContract,
  ...decreesContract,
  ...signInContract,
  ...staffContract,
  ...operationsContract,
  ...strangeCallersContract,
  ...sheetsContract,
  ...deskContract,
  ...handOversContract,
  ...questionsContract,
  ...numbersContract,
  ...leadsContract,
  ...myLeadsContract,
  ...myWorkContract,
}
export type Contracts = typeof contracts
