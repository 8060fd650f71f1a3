/** The small page that the lab two-windows shows in its frames. */
export { CounterWindow } from './two-windows/counter-window'
