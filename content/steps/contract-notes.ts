import ChangeTheContract from './change-the-contract.mdx'
import CheckTheAnswerByTheOldContract from './check-the-answer-by-the-old-contract.mdx'
import CompareTheContracts from './compare-the-contracts.mdx'
import ReadTheContract from './read-the-contract.mdx'
import SeeWhichContractHolds from './see-which-contract-holds.mdx'
import TellItInTheNewWords from './tell-it-in-the-new-words.mdx'

/** The notes of the steps that only the lab break-the-contract takes. */
export const contractNotes = {
  'read the contract': ReadTheContract,
  'change the contract': ChangeTheContract,
  'compare the contracts': CompareTheContracts,
  'check the answer by the old contract': CheckTheAnswerByTheOldContract,
  'see which contract holds': SeeWhichContractHolds,
  'tell it in the new words': TellItInTheNewWords,
}
