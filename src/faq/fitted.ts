/** Written by `npm run fit` from the ways of asking and test/retrieval; never by hand. */
export const fitted = {
  signals: { phrase: 3.23, learnt: 4.91, meant: 6.53, foreign: -1.83, marks: -3.03 },
  ours: {
    base: -9.37,
    ahead: 0.86,
    meant: 1.53,
    likeOthers: -1.03,
    named: 2.22,
    covered: 1.01,
    content: 2.07,
  },
  sure: { base: -3.34, first: 0.33, ahead: 0.23, topic: 3.77, covered: 0.66, content: 0.51 },
  oursEnough: 0.37,
  sureEnough: 0.585,
}
