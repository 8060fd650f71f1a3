/**
 * The one account of the lab. Its password stands on the page for everybody,
 * so it protects nothing; how it is checked is as it ought to be.
 */
export const demoAccount = { name: 'Mara', password: 'second helping' } as const
