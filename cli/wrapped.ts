/** Returns text as lines of at most so many characters, broken between words; a longer word is broken itself. */
export function wrapped(text: string, widthCharacters: number): readonly string[] {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== "")
    .flatMap((word) => pieces(word, widthCharacters));
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= widthCharacters) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines.length === 0 ? [""] : lines;
}

function pieces(word: string, length: number): readonly string[] {
  return word.length <= length ? [word] : [word.slice(0, length), ...pieces(word.slice(length), length)];
}
