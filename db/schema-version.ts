import journal from './migrations/meta/_journal.json'

/** How many migrations this build expects the database to have. */
export const schemaVersion = journal.entries.length
