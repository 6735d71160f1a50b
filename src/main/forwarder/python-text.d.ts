/** A Python file as text, put in when the panel is built. */
declare module '*.py?raw' {
  const text: string
  export default text
}
