import type { AnswerDesk } from '../../answers/desk.ts'
import type { DecreeDesk } from '../../decrees/desk.ts'
import { answersArea } from './answers.ts'
import { decreesArea } from './decrees.ts'
import type { StaffStorePorts } from '../../staff/ports.ts'
import type { SignInParts } from '../sign-in/sign-in-parts.ts'
import type { Area } from './call.ts'
import { deskArea, type DeskParts } from './desk.ts'
import { handOversArea, type HandOverParts } from './hand-overs.ts'
import { leadsArea, type LeadsParts } from './leads.ts'
import { myLeadsArea, type MyLeadsParts } from './my-leads.ts'
import { myWorkArea, type MyWorkParts } from './my-work.ts'
import { numbersArea, type NumbersParts } from './numbers.ts'
import { operationsArea, type OperationsParts } from './operations.ts'
import { questionsArea, type QuestionParts } from './questions.ts'
import { sheetsArea, type SheetParts } from './sheets.ts'
import { signInArea } from './sign-in.ts'
import { staffArea } from './staff.ts'
import { strangeCallersArea, type StrangeCallersParts } from './strange-callers.ts'

/** What the areas need from the rest of the program, by port. */
export interface AreaParts {
  readonly signIn: SignInParts
  readonly staff: StaffStorePorts
  readonly operations: OperationsParts
  readonly strangeCallers: StrangeCallersParts
  readonly answers: AnswerDesk
  readonly desk: DeskParts
  readonly decrees: DecreeDesk
  readonly handOvers: HandOverParts
  readonly questions: QuestionParts
  readonly numbers: NumbersParts
  readonly sheets: SheetParts
  readonly leads: LeadsParts
  readonly myLeads: MyLeadsParts
  readonly myWork: MyWorkParts
}

/** Every area of the API: one line each. */
export function areas(parts: AreaParts): readonly Area[] {
  return [
    signInArea(parts.signIn),
    staffArea({ ...parts.staff, publicUrl: parts.signIn.publicUrl, commune: parts.leads.places.read }),
    operationsArea(parts.operations),
    strangeCallersArea(parts.strangeCallers),
    answersArea(parts.answers),
    deskArea(parts.desk),
    decreesArea(parts.decrees),
    handOversArea(parts.handOvers),
    questionsArea(parts.questions),
    numbersArea(parts.numbers),
    sheetsArea(parts.sheets),
    leadsArea(parts.leads),
    myLeadsArea(parts.myLeads),
    myWorkArea(parts.myWork),
  ]
}
