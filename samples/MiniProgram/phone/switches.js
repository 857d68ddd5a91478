/** What a person does to the phone itself. Each opens the mini program anew. */
export function showSwitches({ elements: { library, reopen, another } }, versions, current) {
  library.append(...versions.map(([version, ways]) => new Option(`${version}  ${ways}`, version, false, version === current)))
  library.addEventListener('change', () => open({ library: library.value }))
  reopen.addEventListener('click', () => open({}))
  another.addEventListener('click', () => {
    localStorage.removeItem('phone.openId')
    open({ openId: '' })
  })
}

function open(changes) {
  location.search = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(location.search)), ...changes })
}
