import * as z from 'zod'
import { contractChanges } from './break-the-contract-choices'

/** A change of the contract, and an answer that was given under it. */
export const ContractTrial = z
  .strictObject({
    change: z.enum(contractChanges),
    isStrict: z.boolean().meta({
      description: 'Whether the reader refuses fields that it does not know.',
    }),
    answer: z.unknown().meta({
      description: 'What the changed door answered; null for a refusal.',
    }),
  })
  .meta({ id: 'ContractTrial' })
export type ContractTrial = z.infer<typeof ContractTrial>

/** One difference between the two contracts, as the comparing tool tells it. */
const ContractDifference = z
  .strictObject({
    kind: z.enum([
      'breaking',
      'non-breaking',
      'annotation',
      'unclassified',
      'deprecated',
    ]),
    says: z.string(),
    pointer: z.string().meta({ description: 'Where in the document.' }),
  })
  .meta({ id: 'ContractDifference' })
export type ContractDifference = z.infer<typeof ContractDifference>

const ContractComplaint = z
  .strictObject({ pointer: z.string(), detail: z.string() })
  .meta({ id: 'ContractComplaint' })
export type ContractComplaint = z.infer<typeof ContractComplaint>

export const ContractFindings = z
  .strictObject({
    differences: z.array(ContractDifference),
    complaints: z.array(ContractComplaint).meta({
      description: 'What the old contract has to say of the answer.',
    }),
  })
  .meta({ id: 'ContractFindings' })
export type ContractFindings = z.infer<typeof ContractFindings>

/** Whatever the changed contract calls an order, or the wish for one. */
export const ChangedMessage = z.looseObject({}).meta({ id: 'ChangedMessage' })
