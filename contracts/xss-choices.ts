/** The longest review that the lab about markup keeps, in characters. */
export const longestReview = 700
