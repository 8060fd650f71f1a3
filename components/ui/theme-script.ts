/** The key under which a reader's own choice of light or dark is kept. */
export const themeKey = 'back-of-house.theme'

/** Runs before the first paint, so that the chosen theme never flashes. */
export const themeScript = `try{var t=localStorage.getItem('${themeKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`
