/** Written by `npm run fit` from the ways of asking and test/retrieval; never by hand. */
export const fitted = {
  signals: { phrase: 3.22, learnt: 4.76, meant: 6.75, foreign: -1.66, marks: -3.09 },
  ours: { base: -9.33, ahead: 0.88, meant: 1.48, likeOthers: -0.81, named: 2.22, covered: 1.01, content: 2 },
  sure: { base: -3.46, first: 0.99, ahead: 0.19, topic: 3.64, covered: 0.72, content: 0.46 },
  oursEnough: 0.31,
  sureEnough: 0.64,
}
