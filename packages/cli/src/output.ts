// The two streams of the program: results on stdout, everything else on stderr.

/** Writes to stdout and waits until a slow reader has taken it. */
export async function print(text: string): Promise<void> {
  const line = text.endsWith("\n") ? text : `${text}\n`;
  if (process.stdout.write(line)) return;
  await new Promise((resume) => process.stdout.once("drain", resume));
}

export const printJson = (value: unknown): Promise<void> => print(JSON.stringify(value));

/** Says something beside the result. */
export const note = (text: string): void => void process.stderr.write(`${text}\n`);
