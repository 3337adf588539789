// Writes a command as a person types it.

const quoted = (word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** @returns {string} the variables and the words, quoted where a shell asks for it */
export function inShell(words, env = {}) {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${quoted(value)}`);
  return [...variables, ...words.map(quoted)].join(" ");
}
