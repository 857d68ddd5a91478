/** What a mini program keeps on the phone, apart for each person. */
export const storageOf = ({ openId }) => ({
  getItem: (key) => localStorage.getItem(`${openId}.${key}`),
  setItem: (key, value) => localStorage.setItem(`${openId}.${key}`, value),
  removeItem: (key) => localStorage.removeItem(`${openId}.${key}`),
})
